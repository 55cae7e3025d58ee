//! What happens to the outbox.

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::{Kind, Revisions, Verdict};

use crate::write::Found;

/// The two clocks.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// Milliseconds of a clock that never jumps (`performance.now`). All waiting is reckoned by it.
    pub mono: u64,
    /// Milliseconds since 1970 as the phone believes. Only shown, never reckoned with.
    pub wall: f64,
}

/// One event.
#[derive(Debug, Clone)]
pub enum Input {
    /// What storage holds: first at the start (all that comes before waits for it), then whenever it was read again.
    Load {
        rows: Vec<Row>,
        /// Texts of facts.
        facts: Vec<String>,
        durability: Durability,
    },
    /// The whole answer so far. Its `rev` is only a lower bound for the number of a new revision.
    Change { answer: Box<Answer>, when: When },
    /// Bytes that the page's first script left behind under `source`.
    Import { source: String, bytes: String, how: Taken },
    /// A write is durable (IndexedDB: `oncomplete` with strict durability).
    Stored { ticket: u64 },
    /// A write found something else; nothing was written.
    Stale { ticket: u64, found: Found },
    /// A write failed, or nobody knows.
    StoreFailed { ticket: u64 },
    /// The time of the last [`crate::Output::Wait`] came.
    Due,
    /// Send what is there: a page was turned.
    Flush,
    /// The browser believes that a network is there. Only a hint.
    Online,
    /// The page is seen again.
    Wake,
    /// The page is hidden or left; there may be no later moment.
    Hide,
    /// The request for `key` ended.
    Reply { key: String, outcome: Outcome },
    /// This tab may send.
    Granted,
    /// Another tab is sending. Also the reply to a [`crate::Write::Note`] that its lease forbade: nothing was written.
    Denied,
    /// The site names another backend by now.
    Moved { kind: Kind, revisions: Revisions },
    /// The owner deletes the answer `id`, here and at the backend; or the damaged row of that key.
    Delete { id: String },
    /// A person asks to try again, what was refused too. `None`: all.
    Retry { id: Option<String> },
}

/// One stored row, not yet believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub key: String,
    pub text: String,
}

/// Whether what is stored outlives the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    Durable,
    /// Memory only: nothing may ever be called "kept".
    Volatile,
}

/// When a change is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At once: the first tap, a page change, "done".
    Now,
    /// Two seconds after the last change.
    Idle,
}

/// What the first script had done with its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// They wait; an attempt may have been begun.
    Waiting,
    /// It got the acknowledgement itself.
    Acked,
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Something answered.
    Judged(Verdict),
    /// Nothing readable came back. The backend may have the bytes all the same.
    Failed(Failure),
}

/// Why nothing readable came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No connection, a redirect or CORS: the browser does not say which.
    NoConnection,
    /// The policy of the page forbids it.
    Blocked,
    /// No complete reply within the time limit.
    TimedOut,
    /// The reply broke off.
    Broken,
}
