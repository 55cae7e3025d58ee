//! "Delete mine".

use mot_cua_contract::adapter::Kind;

use crate::entry::{Disk, Due, Entry, Owner};
use crate::fact::{End, Fact};
use crate::outbox::Outbox;
use crate::record::{Phase, Record};
use crate::write::Write;

impl Outbox {
    pub(super) fn delete(&mut self, id: &str) {
        if self.is_deleted(id) {
            return;
        }
        let rev = self.highest(id);
        let (mut remove, mut sources) = (Vec::new(), Vec::new());
        self.entries.retain_mut(|entry| {
            if !entry.is_of(id) {
                return true;
            }
            remove.push(entry.record.key());
            sources.extend(entry.source.take());
            false
        });
        // Even of a draft nobody knows that it never went: another tab may have sent it. So the backend is always asked,
        // or said to be out of reach.
        let end = match self.kind {
            Kind::MotCua => End::Deleting,
            Kind::Json => End::Forgotten,
        };
        let fact = Fact { id: id.to_owned(), rev, seq: self.seq(), at_ms: self.now.wall, end };
        self.learn(fact.clone());
        let erase = (end == End::Deleting).then(|| Record {
            id: id.to_owned(),
            rev: 0,
            seq: self.seq(),
            edit: 1,
            bytes: String::new(),
            phase: Phase::Frozen,
            attempts: 0,
        });
        if let Some(record) = erase.clone() {
            self.entries.push(Entry {
                record,
                disk: Disk::Writing,
                ticket: 0,
                due: Due::Now,
                source: None,
                owner: Owner::Ours,
            });
        }
        let forget = self.forget_oldest();
        let ticket = self.leave(Write::Leave { remove, facts: vec![fact], forget, keep: erase }, sources);
        if let Some(entry) = self.entries.last_mut()
            && entry.is_of(id)
        {
            entry.ticket = ticket;
        }
    }
}
