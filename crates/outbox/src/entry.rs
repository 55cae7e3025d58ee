//! A record in memory, with what is known of it beyond its row.

use crate::record::{Phase, Record};

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) record: Record,
    pub(crate) disk: Disk,
    /// The last write of it.
    pub(crate) ticket: u64,
    pub(crate) due: Due,
    /// Where its bytes came from and still lie, because nothing confirmed them here.
    pub(crate) source: Option<String>,
    pub(crate) owner: Owner,
}

/// Who may be rewriting what storage holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Nobody but us.
    Ours,
    /// It was a draft when we read it: perhaps its page lives. It is sent only after storage agreed that it is frozen.
    Perhaps,
}

/// Whether storage has exactly these bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disk {
    Writing,
    Held,
    Failed,
}

/// When it may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Due {
    Now,
    /// At this time of the steady clock.
    At(u64),
    /// When the citizen says "done" or leaves.
    Done,
}

impl Entry {
    /// Earliest time at which it may be sent, as far as it depends on itself. `None`: not by itself.
    pub(crate) fn ready_at(&self) -> Option<u64> {
        // What leaves its long texts here must have them here: once it is at the backend, nothing else recalls them.
        let parted = self.record.whole.is_some() && self.disk != Disk::Held;
        if self.disk == Disk::Writing || self.record.is_refused() || parted {
            return None;
        }
        match self.due {
            Due::Now => Some(0),
            Due::At(time) => Some(time),
            Due::Done => None,
        }
    }

    pub(crate) fn is_of(&self, id: &str) -> bool {
        self.record.id == id
    }

    /// An answer of `id`, not a deletion.
    pub(crate) fn is_revision_of(&self, id: &str) -> bool {
        self.is_of(id) && self.record.rev > 0
    }

    /// A rewritten text that storage never had, so that another tab may have sent the one before it.
    pub(crate) fn is_unwritten_change(&self) -> bool {
        self.record.edit > 1 && self.disk != Disk::Held
    }

    /// What stays of an answer that the backend has in part: it was never sent.
    pub(crate) fn is_leftover(&self) -> bool {
        self.record.is_refused() && self.record.attempts == 0
    }

    pub(crate) fn is_draft(&self) -> bool {
        self.record.phase == Phase::Draft
    }
}
