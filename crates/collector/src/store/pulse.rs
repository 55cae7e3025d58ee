//! How the writer is doing, for `/metrics`.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Counters since the start.
#[derive(Debug, Default)]
pub(super) struct Pulse {
    commits: AtomicU64,
    committed: AtomicU64,
    micros: AtomicU64,
    retries: AtomicU64,
}

/// [`Pulse`] at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beat {
    /// Groups that reached the disk.
    pub commits: u64,
    /// Writes in those groups.
    pub committed: u64,
    /// Time from taking a group to its commit, all together.
    pub busy: Duration,
    /// Groups that `PostgreSQL` had to be asked for once more.
    pub retries: u64,
    /// Writes that wait now.
    pub waiting: usize,
}

impl Pulse {
    pub(super) fn committed(&self, jobs: usize, took: Duration) {
        self.commits.fetch_add(1, Ordering::Relaxed);
        self.committed.fetch_add(jobs as u64, Ordering::Relaxed);
        self.micros.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    pub(super) fn retried(&self) {
        self.retries.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn now(&self, waiting: usize) -> Beat {
        Beat {
            commits: self.commits.load(Ordering::Relaxed),
            committed: self.committed.load(Ordering::Relaxed),
            busy: Duration::from_micros(self.micros.load(Ordering::Relaxed)),
            retries: self.retries.load(Ordering::Relaxed),
            waiting,
        }
    }
}
