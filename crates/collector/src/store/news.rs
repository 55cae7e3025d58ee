//! How much has come since somebody asked: for alerts, which never tell what was written.

use std::sync::Mutex;

use super::put::Put;

/// Answers, each once however often it was revised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct News {
    pub new: u64,
    /// Levels 1 and 2 of five, at the first revision.
    pub unhappy: u64,
}

#[derive(Debug, Default)]
pub(super) struct Counter(Mutex<News>);

impl Counter {
    pub(super) fn note(&self, rev: u32, level: Option<i64>, put: Put) {
        let Ok(mut news) = self.0.lock() else { return };
        if put == Put::Stored && rev == 1 {
            news.new += 1;
            news.unhappy += u64::from(level.is_some_and(|level| level <= 2));
        }
    }

    /// All since the last time.
    pub(super) fn take(&self) -> News {
        self.0.lock().map(|mut news| std::mem::take(&mut *news)).unwrap_or_default()
    }
}
