//! What storage is asked to do, and the rule by which two tabs on one storage never overwrite each other.

use crate::fact::Fact;
use crate::record::{Phase, Record};

/// One transaction. All of it happens or nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Write this record under its key, if [`admit`] says so.
    Keep(Record),
    /// Records leave: `remove` are keys; each of `facts` is written under its id if it is later than what stands there;
    /// `forget` are ids of facts to drop; `keep` is written without asking (a deletion that has to reach the backend).
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

/// Whether `new` may be written where `old` stands (`None`: nothing readable does) and `fact` is known of its id.
/// Storage asks inside the write transaction: that is what makes freezing a revision safe between tabs.
///
/// # Errors
/// What was found instead; nothing is written then.
pub fn admit(old: Option<Record>, fact: Option<Fact>, new: &Record) -> Result<(), Found> {
    if new.rev == 0 {
        return Ok(());
    }
    if let Some(fact) = fact.filter(|fact| fact.settles(new.rev)) {
        return Err(Found::Gone(fact));
    }
    let Some(old) = old else { return Ok(()) };
    let free = if old.bytes == new.bytes {
        old.phase == Phase::Draft || new.phase != Phase::Draft
    } else {
        old.phase == Phase::Draft && new.edit > old.edit
    };
    if free { Ok(()) } else { Err(Found::Other(old)) }
}
