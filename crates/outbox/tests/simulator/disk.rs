//! Storage shared by all tabs: the rule of `admit` inside a transaction, as IndexedDB's driver applies it.

use std::collections::BTreeMap;

use mot_cua_outbox::{Fact, Found, Record, Row, Write, admit};

use crate::mutant::Mutant;

#[derive(Default)]
pub(crate) struct Disk {
    pub(crate) rows: BTreeMap<String, String>,
    pub(crate) facts: BTreeMap<String, String>,
    /// `localStorage`.
    pub(crate) local: BTreeMap<String, String>,
}

impl Disk {
    pub(crate) fn load(&self) -> (Vec<Row>, Vec<String>) {
        let rows = self.rows.iter().map(|(key, text)| Row { key: key.clone(), text: text.clone() });
        (rows.collect(), self.facts.values().cloned().collect())
    }

    pub(crate) fn apply(&mut self, write: &Write, mutant: Mutant) -> Result<(), Found> {
        match write {
            Write::Keep(record) => {
                let key = record.key();
                let old = self.rows.get(&key).and_then(|text| Record::read(text));
                let fact = self.facts.get(&record.id).and_then(|text| Fact::read(text));
                if mutant != Mutant::NoAdmission {
                    admit(old, fact, record)?;
                }
                self.rows.insert(key, record.text());
            }
            Write::Leave { remove, facts, forget, keep } => {
                for key in remove {
                    self.rows.remove(key);
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
                    self.rows.insert(record.key(), record.text());
                }
            }
        }
        Ok(())
    }

    pub(crate) fn answers_of(&self, id: &str) -> Vec<Record> {
        let of_id = self.rows.iter().filter(|(key, _)| key.starts_with(id));
        of_id.filter_map(|(_, text)| Record::read(text)).filter(|record| record.rev > 0).collect()
    }
}
