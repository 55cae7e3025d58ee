//! Queries for what another office does: `ly hôn`, `mất điện`.

use super::everyday::{fits, syllables};
use crate::fold::exact;
use crate::index::Index;
use mot_cua_contract::Pairs;

/// What people say who look for one office.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// Exact syllables of each phrase.
    forms: Vec<Vec<String>>,
}

impl Said {
    /// Phrases separated by `|`.
    pub(crate) fn read(phrases: &str) -> Self {
        let mut forms: Vec<_> = phrases.split('|').map(syllables).collect();
        forms.retain(|form| !form.is_empty());
        Self { forms }
    }

    /// How many syllables at the beginning of `query` its longest phrase takes; 0: none.
    fn taken(&self, query: &[&str]) -> usize {
        self.forms.iter().filter(|form| fits(form, query)).map(Vec::len).max().unwrap_or(0)
    }
}

impl Index {
    /// The office whose phrases, with filler between, are the whole query: `mất hộ chiếu` is not `hộ chiếu`.
    pub(super) fn office_for(&self, query: &str) -> Option<&Pairs> {
        let exact = exact(query);
        let typed: Vec<&str> = exact.split_whitespace().collect();
        let mut rest = typed.as_slice();
        let mut office = None;
        while !rest.is_empty() {
            let best = (0..)
                .zip(&self.elsewhere)
                .map(|(number, said)| (said.taken(rest), number))
                .max_by_key(|(taken, number): &(usize, usize)| (*taken, usize::MAX - number));
            let step = match best {
                Some((taken, number)) if taken > 0 => {
                    office.get_or_insert(number);
                    taken
                }
                _ => self.everyday.at_start(rest).filter(|found| found.official.is_empty())?.taken,
            };
            rest = rest.get(step..)?;
        }
        self.office(office?)
    }
}
