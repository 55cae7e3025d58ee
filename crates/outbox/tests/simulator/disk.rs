//! Storage shared by all tabs: the rule of `admit` inside a transaction, as IndexedDB's driver applies it.

use std::collections::BTreeMap;

use mot_cua_outbox::{Fact, Found, Lease, Record, Row, Write, admit, may_leave};

use crate::mutant::Mutant;

#[derive(Default)]
pub(crate) struct Disk {
    pub(crate) rows: BTreeMap<String, String>,
    pub(crate) facts: BTreeMap<String, String>,
    /// `localStorage`.
    pub(crate) local: BTreeMap<String, String>,
    /// The lease that stands in for Web Locks.
    pub(crate) lease: u64,
}

/// Why nothing was written.
pub(crate) enum Refused {
    Stale(Found),
    Leased,
}

impl Disk {
    pub(crate) fn load(&self) -> (Vec<Row>, Vec<String>) {
        let rows = self.rows.iter().map(|(key, text)| Row { key: key.clone(), text: text.clone() });
        (rows.collect(), self.facts.values().cloned().collect())
    }

    /// `lease`: what the tab knows of it, and its steady clock; `None` where Web Locks decided.
    pub(crate) fn apply(
        &mut self,
        write: &Write,
        lease: Option<(&mut Lease, u64)>,
        mutant: Mutant,
    ) -> Result<(), Refused> {
        match write {
            Write::Keep(record) => self.keep(record, None, mutant)?,
            Write::Note(record) => self.keep(record, lease, mutant)?,
            Write::Free => {
                let free = lease.and_then(|(lease, _)| lease.free(self.lease));
                self.lease = free.unwrap_or(self.lease);
            }
            Write::Leave { remove, facts, forget, keep } => {
                for key in remove {
                    let old = self.rows.get(key).and_then(|text| Record::read(text));
                    // Storage has a guard of its own; a planted bug is one in both.
                    if mutant == Mutant::DropText || may_leave(old, facts, keep.as_ref()) {
                        self.rows.remove(key);
                    }
                }
                let later = |fact: &&Fact| {
                    let known = self.facts.get(&fact.id).and_then(|text| Fact::read(text));
                    known.is_none_or(|known| fact.is_later_than(&known))
                };
                for fact in facts.iter().filter(later).collect::<Vec<_>>() {
                    self.facts.insert(fact.id.clone(), fact.text());
                }
                for id in forget {
                    self.facts.remove(id);
                }
                if let Some(record) = keep {
                    let _ = self.keep(record, None, mutant);
                }
            }
        }
        Ok(())
    }

    fn keep(
        &mut self,
        record: &Record,
        lease: Option<(&mut Lease, u64)>,
        mutant: Mutant,
    ) -> Result<(), Refused> {
        let key = record.key();
        let old = self.rows.get(&key).and_then(|text| Record::read(text));
        let fact = self.facts.get(&record.id).and_then(|text| Fact::read(text));
        if mutant != Mutant::NoAdmission {
            admit(old, fact, record).map_err(Refused::Stale)?;
        }
        if let Some((lease, now)) = lease.filter(|_| mutant != Mutant::NoLease) {
            self.lease = lease.take(self.lease, now).ok_or(Refused::Leased)?;
        }
        self.rows.insert(key, record.text());
        Ok(())
    }

    pub(crate) fn answers_of(&self, id: &str) -> Vec<Record> {
        let of_id = self.rows.iter().filter(|(key, _)| key.starts_with(id));
        of_id.filter_map(|(_, text)| Record::read(text)).filter(|record| record.rev > 0).collect()
    }
}
