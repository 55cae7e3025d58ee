//! What is remembered of an answer after it left: enough to say "sent" after a reload and to delete it, and no answer.

use serde::{Deserialize, Serialize};

/// How many facts are kept; the oldest (by `seq`) go first.
pub const FACTS_KEPT: usize = 50;

/// How the answer `id` ended, as far as this phone knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub id: String,
    /// Highest revision that the backend has.
    pub rev: u32,
    pub seq: u64,
    /// The phone's clock, milliseconds since 1970. For the screen only.
    pub at_ms: f64,
    pub end: End,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// The backend has it.
    Sent,
    /// Its owner deleted it; the backend has to learn it. What another tab still holds of it must not come back.
    Deleting,
    /// Deleted here and at the backend.
    Deleted,
    /// Its owner deleted it here; the backend knows no deletion, and may have it.
    Forgotten,
}

impl Fact {
    /// Reads a stored fact. `None`: damaged.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The fact's text for storage.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether this says more than `known` of the same id.
    pub fn is_later_than(&self, known: &Self) -> bool {
        match (known.end, self.end) {
            (End::Sent, End::Sent) => self.rev > known.rev,
            (End::Sent, _) | (End::Deleting, End::Deleted) => true,
            _ => false,
        }
    }

    /// Whether revision `rev` of this id has no business in the queue any more.
    pub fn settles(&self, rev: u32) -> bool {
        self.end != End::Sent || self.rev >= rev
    }
}
