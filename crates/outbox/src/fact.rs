//! What is remembered of an answer after it left: enough to say "sent" after a reload and to delete it, and no answer.

use mot_cua_contract::lean::Writer;
use mot_cua_contract::{lean, lean_enum, lean_struct};
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

lean_struct!(Fact { id: "id", rev: "rev", seq: "seq", at_ms: "at_ms", end: "end" });
lean_enum!(End { "sent" => Sent, "deleting" => Deleting, "deleted" => Deleted, "forgotten" => Forgotten });

impl Fact {
    /// Reads a stored fact. `None`: damaged.
    pub fn read(text: &str) -> Option<Self> {
        lean::read(text)
    }

    /// The fact's text for storage.
    pub fn text(&self) -> String {
        let mut all = Writer::object();
        all.text("id", &self.id);
        all.number("rev", u64::from(self.rev));
        all.number("seq", self.seq);
        all.json("at_ms", &lean::write(&self.at_ms.into()));
        all.text("end", self.end.word());
        all.end()
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
