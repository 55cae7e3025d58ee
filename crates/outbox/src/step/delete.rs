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
        if self.discard(id) {
            return;
        }
        let rev = self.highest(id);
        let out = self.take_out(id, 0, u32::MAX);
        // Even of a draft nobody knows that it never went: another tab may have sent it. So the backend is always asked,
        // or said to be out of reach.
        let end = match self.kind {
            Kind::MotCua => End::Deleting,
            Kind::Json | Kind::Form | Kind::Postgrest => End::Forgotten,
        };
        let fact = Fact { id: id.to_owned(), rev, seq: self.seq(), at_ms: self.now.wall, end };
        self.learn(fact.clone());
        let erase = (end == End::Deleting).then(|| Record {
            id: id.to_owned(),
            seq: self.seq(),
            edit: 1,
            phase: Phase::Frozen,
            ..Record::default()
        });
        if let Some(record) = erase.clone() {
            let (disk, due, owner) = (Disk::Writing, Due::Now, Owner::Ours);
            self.insert(Entry { record, disk, ticket: 0, due, source: None, owner });
        }
        let forget = self.forget_oldest();
        self.leave(Write::Leave { remove: out.keys, facts: vec![fact], forget, keep: erase }, out.sources);
    }

    /// A damaged row leaves when its owner says so. Whether `key` is one.
    fn discard(&mut self, key: &str) -> bool {
        let before = self.damaged.len();
        self.damaged.retain(|row| row.key != key);
        if self.damaged.len() == before {
            return false;
        }
        let remove = vec![key.to_owned()];
        self.leave(
            Write::Leave { remove, facts: Vec::new(), forget: Vec::new(), keep: None },
            vec![key.to_owned()],
        );
        true
    }
}
