//! What storage is asked to do, and the rule by which two tabs on one storage never overwrite each other.

use crate::fact::{End, Fact};
use crate::record::{Phase, Record};

/// One transaction. All of it happens or nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Write this record under its key, if [`admit`] says so.
    Keep(Record),
    /// The same for an attempt that is about to begin. Where a [`crate::Lease`] guards the right to send, it is taken in
    /// this very transaction.
    Note(Record),
    /// Let the lease go, if this tab holds it.
    Free,
    /// Records leave: `remove` are keys; each of `facts` is written under its id if it is later than what stands there;
    /// `forget` are ids of facts to drop; `keep` is written if [`admit`] says so, and all the rest happens either way.
    Leave { remove: Vec<String>, facts: Vec<Fact>, forget: Vec<String>, keep: Option<Record> },
}

/// Why a record was not written: another tab was there first.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// This revision, or a later one, has left already.
    Gone(Fact),
    /// Another text stands under this key.
    Other(Record),
}

/// Whether the row `old` may be removed by that write. Not, if it holds long texts which the backend does not have and the
/// tab that writes knows nothing of: it heard "already there" of an attempt that storage could not note.
pub fn may_leave(old: Option<Record>, facts: &[Fact], keep: Option<&Record>) -> bool {
    let unknown = |old: &Record| {
        let settled =
            facts.iter().any(|fact| fact.id == old.id && fact.end == End::Sent && fact.rev == old.rev);
        old.whole.is_some() && settled && keep.is_none()
    };
    !old.as_ref().is_some_and(unknown)
}

/// Whether `new` may be written where `old` stands (`None`: nothing readable does) and `fact` is known of its id.
/// Storage asks inside the write transaction: that is what makes freezing a revision safe between tabs.
///
/// # Errors
/// What was found instead; nothing is written then.
#[allow(clippy::result_large_err, reason = "one call a write; a box would cost the page more than the move")]
pub fn admit(old: Option<Record>, fact: Option<Fact>, new: &Record) -> Result<(), Found> {
    if new.rev == 0 {
        return Ok(());
    }
    if let Some(fact) = fact.filter(|fact| fact.settles(new.rev)) {
        return Err(Found::Gone(fact));
    }
    let Some(old) = old else { return Ok(()) };
    let shortens = new.whole.as_ref() == Some(&old.bytes);
    // What stays of an answer that was too large gives way to a later change, wherever that was made.
    let stays = old.is_refused() && old.attempts == 0 && !new.is_refused();
    let free = if stays {
        true
    } else if old.bytes == new.bytes || shortens {
        old.phase == Phase::Draft || new.phase != Phase::Draft
    } else {
        old.phase == Phase::Draft && new.edit > old.edit
    };
    if free { Ok(()) } else { Err(Found::Other(old)) }
}
