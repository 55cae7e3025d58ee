//! What storage held.

use crate::entry::{Disk, Due, Entry, Owner};
use crate::fact::{End, Fact};
use crate::input::{Durability, Row};
use crate::keeping::Damaged;
use crate::outbox::Outbox;
use crate::record::{Phase, Record};
use crate::write::Write;

impl Outbox {
    /// Takes over what is new to us: all of it at the start, later what other tabs left.
    pub(super) fn load(&mut self, rows: Vec<Row>, facts: &[String], durability: Durability) {
        self.durability = durability;
        for fact in facts.iter().filter_map(|text| Fact::read(text)) {
            self.learn(fact);
        }
        let mut settled = Vec::new();
        for row in rows {
            match Record::read(&row.text).filter(|record| record.key() == row.key) {
                Some(record) => self.adopt(record, &mut settled),
                None => self.set_aside(row.key, row.text),
            }
        }
        // A deletion that was noted, while the write that removes the answer failed: it holds all the same.
        let halves = self.entries.iter().filter(|e| e.record.rev == 0 && !self.is_deleted(&e.record.id));
        for id in halves.map(|e| e.record.id.clone()).collect::<Vec<_>>() {
            self.delete(&id);
        }
        if !settled.is_empty() {
            self.leave(
                Write::Leave { remove: settled, facts: Vec::new(), forget: Vec::new(), keep: None },
                Vec::new(),
            );
        }
    }

    fn adopt(&mut self, record: Record, settled: &mut Vec<String>) {
        self.next_seq = self.next_seq.max(record.seq.saturating_add(1));
        let key = record.key();
        if self.position(&key).is_some() || self.is_leaving(&key) {
            return;
        }
        if record.rev > 0 && self.fact(&record.id).is_some_and(|fact| fact.settles(record.rev)) {
            settled.push(key);
            return;
        }
        self.entries.push(adopted(record));
    }

    pub(super) fn is_deleted(&self, id: &str) -> bool {
        self.fact(id).is_some_and(|fact| fact.end != End::Sent)
    }

    /// Remembers the later truth.
    pub(super) fn learn(&mut self, fact: Fact) {
        self.next_seq = self.next_seq.max(fact.seq.saturating_add(1));
        match self.facts.iter_mut().find(|known| known.id == fact.id) {
            Some(known) if fact.is_later_than(known) => *known = fact,
            Some(_) => {}
            None => self.facts.push(fact),
        }
    }

    pub(super) fn set_aside(&mut self, key: String, text: String) {
        let damaged = Damaged { key, text };
        if !self.damaged.contains(&damaged) {
            self.damaged.push(damaged);
        }
    }
}

/// What another page wrote. Its sending may have begun, so it is never rewritten here.
pub(super) fn adopted(mut record: Record) -> Entry {
    let owner = if record.phase == Phase::Draft { Owner::Perhaps } else { Owner::Ours };
    if record.phase == Phase::Draft {
        record.phase = Phase::Frozen;
    }
    Entry { record, disk: Disk::Held, ticket: 0, due: Due::Now, source: None, owner }
}
