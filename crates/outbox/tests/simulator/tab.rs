//! One open page.

use std::collections::VecDeque;

use mot_cua_outbox::{Durability, Outbox, Write};

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
