//! One open page.

use std::collections::VecDeque;

use mot_cua_outbox::{Durability, Lease, Outbox, Write};

use crate::server::Address;
use crate::world::Event;

pub(crate) struct Tab {
    pub(crate) name: u64,
    pub(crate) opened: u64,
    pub(crate) outbox: Outbox,
    pub(crate) durability: Durability,
    pub(crate) loaded: Loaded,
    /// When its timer runs out.
    pub(crate) wait: Option<u64>,
    /// Writes are done one after the other.
    pub(crate) writes: VecDeque<(u64, Write)>,
    pub(crate) writing: Writing,
    /// The answer in progress, and the lower bound that `sessionStorage` gave for its next revision.
    pub(crate) current: Option<(String, u32)>,
    pub(crate) lease: Lease,
    /// Whether the note of its next attempt could be written: where storage fails, nothing guards the right to send.
    pub(crate) note: Note,
    pub(crate) address: Address,
    /// What waits for a frozen page.
    pub(crate) frozen: Option<Vec<Event>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Note {
    Written,
    Failed,
}

/// One request under way.
pub(crate) struct Flight {
    pub(crate) tab: u64,
    pub(crate) key: String,
    /// Under the right to send, in a page that stays.
    pub(crate) guarded: Guarded,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guarded {
    No,
    Yes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loaded {
    No,
    Yes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writing {
    No,
    Yes,
}

/// What `sessionStorage` says about the answer in progress.
#[derive(Clone)]
pub(crate) struct Session {
    pub(crate) id: String,
    /// The number a change gets at least.
    pub(crate) floor: u32,
}
