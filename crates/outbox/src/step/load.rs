//! What storage held.

use crate::entry::{Disk, Due, Entry, Owner};
use crate::fact::{End, Fact};
use crate::input::{Durability, Row};
use crate::keeping::Damaged;
use crate::outbox::Outbox;
use crate::record::{Phase, Record};
use crate::step::shorten::TOO_LARGE;
use crate::write::Write;

impl Outbox {
    /// Takes over what is new to us: all of it at the start, later what other tabs left.
    pub(super) fn load(&mut self, rows: Vec<Row>, facts: &[String], durability: Durability) {
        let recovered = self.durability == Durability::Volatile && durability == Durability::Durable;
        let unwritten = if recovered { self.facts.clone() } else { Vec::new() };
        self.durability = durability;
        for fact in facts.iter().filter_map(|text| Fact::read(text)) {
            self.learn(fact);
        }
        let mut settled = Vec::new();
        for row in rows {
            // Storage is read again and again: what is known is not parsed each time.
            if self.position(&row.key).is_some() {
                continue;
            }
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
        if recovered {
            self.keep_all(unwritten);
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
            // Another tab's short form arrived, and its whole was left to whoever comes by.
            let alone =
                self.fact(&record.id).is_some_and(|fact| fact.end == End::Sent && fact.rev == record.rev);
            let whole = record.whole.filter(|_| alone && self.newest_at(&record.id).is_none());
            let keep = whole.and_then(|whole| self.refuse(&whole, TOO_LARGE));
            if keep.is_some() {
                let (remove, facts, forget) = (vec![key], Vec::new(), Vec::new());
                self.leave(Write::Leave { remove, facts, forget, keep }, Vec::new());
            } else {
                settled.push(key);
            }
            return;
        }
        self.insert(adopted(record));
    }

    /// Storage came to life: what was held in memory alone is written down.
    fn keep_all(&mut self, facts: Vec<Fact>) {
        for at in 0..self.entries.len() {
            let Some(entry) = self.entries.get_mut(at) else { continue };
            if entry.ticket > 0 {
                entry.disk = Disk::Writing;
                self.keep(at);
            }
        }
        if !facts.is_empty() {
            self.leave(
                Write::Leave { remove: Vec::new(), facts, forget: Vec::new(), keep: None },
                Vec::new(),
            );
        }
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
