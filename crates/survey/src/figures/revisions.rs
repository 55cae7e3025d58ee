//! Which revision of an answer counts, and in which month.
//!
//! An answer counts once: in the month in which its first revision came, by the highest revision of that month. What comes later
//! changes no month that is over, from which somebody could tell a single answer.

use std::collections::BTreeMap;

use super::month::Month;

/// What is known of the ids that were seen. About 60 bytes an id.
#[derive(Debug, Default)]
pub struct Revisions {
    ids: BTreeMap<Key, Counts>,
}

/// 128 bits where the id is a UUID, as ours are.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Uuid(u128),
    Other(Box<str>),
}

#[derive(Debug, Clone, Copy)]
struct Counts {
    month: Month,
    rev: u32,
    taken: bool,
}

impl Revisions {
    /// First pass: there is such a revision.
    pub fn note(&mut self, id: &str, rev: u32, month: Month) {
        let new = Counts { month, rev, taken: false };
        let counts = self.ids.entry(Key::of(id)).or_insert(new);
        if month < counts.month || (month == counts.month && rev > counts.rev) {
            *counts = new;
        }
    }

    /// Second pass: whether this one counts. Of two under one id and revision the first does.
    pub fn take(&mut self, id: &str, rev: u32, month: Month) -> bool {
        let Some(counts) = self.ids.get_mut(&Key::of(id)) else { return false };
        let takes = !counts.taken && counts.rev == rev && counts.month == month;
        counts.taken |= takes;
        takes
    }

    /// Ids.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

impl Key {
    fn of(id: &str) -> Self {
        let dashed = id.len() == 36 && [8, 13, 18, 23].iter().all(|at| id.as_bytes().get(*at) == Some(&b'-'));
        let digits = id.bytes().filter(|b| *b != b'-');
        let uuid = digits.clone().count() == 32 && digits.clone().all(|b| b.is_ascii_hexdigit());
        if !dashed || !uuid {
            return Self::Other(id.into());
        }
        let digit = |b: u8| char::from(b).to_digit(16).unwrap_or_default();
        Self::Uuid(digits.fold(0, |key, b| key << 4 | u128::from(digit(b))))
    }
}
