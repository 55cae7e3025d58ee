//! How dossiers were settled, as the dossier system counts them: beside what people say of it, and never a single dossier.

use super::share::Share;

/// Dossiers of a unit that were settled in the report's month; of one procedure, or of all that are not named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossiers {
    pub unit: String,
    /// As a link names it: `1001193`.
    pub procedure: Option<String>,
    /// Before the day that was promised.
    pub early: u64,
    pub on_time: u64,
    pub late: u64,
}

impl Dossiers {
    pub fn all(&self) -> u64 {
        self.early.saturating_add(self.on_time).saturating_add(self.late)
    }

    /// Not late, of all.
    pub fn in_time(&self) -> Share {
        Share { good: self.early.saturating_add(self.on_time), n: self.all() }
    }

    /// `None`: there are none to add up.
    pub fn sum<'a>(of: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut of = of.into_iter();
        let first = Self { procedure: None, ..of.next()?.clone() };
        Some(of.fold(first, |sum, one| Self {
            early: sum.early.saturating_add(one.early),
            on_time: sum.on_time.saturating_add(one.on_time),
            late: sum.late.saturating_add(one.late),
            ..sum
        }))
    }
}
