//! What the driver has to do.

use mot_cua_contract::Answer;

use crate::keeping::Keeping;
use crate::write::Write;

/// One order to the driver; to be performed in the order given.
#[derive(Debug, Clone, PartialEq)]
pub enum Output {
    /// Write, and report with this ticket. Writes are performed one after the other.
    Store { ticket: u64, write: Write },
    /// Send, and report with `Reply`. There is never a second one before that.
    Send { key: String, job: Job, pace: Pace },
    /// Come back with `Due` at this time of the steady clock; replaces the wish before. `None`: no need.
    Wait { until: Option<u64> },
    /// Ask to be the one tab that sends; report with `Granted` or `Denied`.
    Acquire,
    /// Let other tabs send.
    Release,
    /// The backend says that it moved, or that it may not be used: read the site again, and report with `Moved` if it names
    /// another one.
    Reread,
    /// What stood under `source` is safe: remove it there.
    Imported { source: String },
    /// The state of this answer is now so.
    Tell { id: String, keeping: Keeping },
}

/// What is sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// These bytes, which are this answer.
    Post { answer: Box<Answer>, bytes: String },
    /// Delete all revisions of this id.
    Erase { id: String },
}

/// Whether the page will be there to hear the reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    Calm,
    /// The page is going: use what outlives it (`keepalive`).
    Leaving,
}
