//! The state, and what can be asked of it. What happens to it is in `step`.

use mot_cua_contract::adapter::{Kind, Revisions, Submit};
use mot_cua_contract::receipt::receipt;

use crate::backoff::Backoff;
use crate::entry::Entry;
use crate::fact::{End, Fact};
use crate::input::{Durability, Input, Now};
use crate::keeping::{Changes, Damaged, Keeping, PendingItem};
use crate::output::Output;
use crate::record::split;
use crate::told::Told;
use crate::write::Write;

/// All answers that this phone holds for one backend.
#[derive(Debug)]
pub struct Outbox {
    pub(crate) revisions: Revisions,
    pub(crate) kind: Kind,
    /// What came before storage was read. `None`: it was.
    pub(crate) early: Option<Vec<Input>>,
    pub(crate) durability: Durability,
    pub(crate) entries: Vec<Entry>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) leaves: Vec<Leave>,
    pub(crate) damaged: Vec<Damaged>,
    pub(crate) backoff: Backoff,
    pub(crate) line: Line,
    pub(crate) lock: Lock,
    /// Another tab was sending: not before.
    pub(crate) denied_until: u64,
    pub(crate) page: Page,
    pub(crate) next_seq: u64,
    pub(crate) next_ticket: u64,
    pub(crate) told: Told,
    pub(crate) plan: Plan,
    pub(crate) out: Vec<Output>,
    pub(crate) now: Now,
    pub(crate) random: u32,
}

/// The one request that may be under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    Idle,
    /// Waiting for the right to send.
    Asking,
    /// This record's attempt is being written down.
    Noting {
        key: String,
        ticket: u64,
    },
    Flying {
        key: String,
    },
}

/// What the driver knows of when to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// Nothing, or its timer ran out.
    Unsaid,
    At(u64),
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lock {
    Free,
    Ours,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Shown,
    Leaving,
}

/// A write by which records leave, until it is confirmed.
#[derive(Debug)]
pub(crate) struct Leave {
    pub(crate) ticket: u64,
    pub(crate) write: Write,
    /// To be removed at their source once this is durable.
    pub(crate) sources: Vec<String>,
    pub(crate) failed: Failed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failed {
    No,
    Yes,
}

impl Outbox {
    /// An outbox that knows nothing yet: give it [`Input::Load`] first.
    pub fn new(submit: &Submit) -> Self {
        Self {
            revisions: submit.revisions,
            kind: submit.kind,
            early: Some(Vec::new()),
            durability: Durability::Volatile,
            entries: Vec::new(),
            facts: Vec::new(),
            leaves: Vec::new(),
            damaged: Vec::new(),
            backoff: Backoff::default(),
            line: Line::Idle,
            lock: Lock::Free,
            denied_until: 0,
            page: Page::Shown,
            next_seq: 1,
            next_ticket: 1,
            told: Told::default(),
            plan: Plan::Unsaid,
            out: Vec::new(),
            now: Now { mono: 0, wall: 0.0 },
            random: 0,
        }
    }

    /// What may be said of the newest revision of `id`.
    pub fn keeping(&self, id: &str) -> Keeping {
        self.told.of(id).cloned().unwrap_or_default()
    }

    /// Whether `id` takes changes.
    pub fn changes(&self, id: &str) -> Changes {
        let fact = self.fact(id);
        let closed = match self.revisions {
            Revisions::Final => fact.is_some() || self.newest(id).is_some_and(|entry| !self.is_open(entry)),
            Revisions::Append | Revisions::Replace => fact.is_some_and(|fact| fact.end != End::Sent),
        };
        if closed { Changes::Closed } else { Changes::Open }
    }

    /// The newest revision that is still here, as JSON: all of it, though it may be sent without its long texts. `None`: it
    /// left. Another page that goes on with this answer has to begin the next revision, for this one will be sent as it is.
    pub fn latest(&self, id: &str) -> Option<&str> {
        Some(self.newest(id)?.record.all())
    }

    /// Highest revision known of `id`, here or at the backend. 0: none. A damaged row counts: it may have been sent, and its
    /// number with it.
    pub fn highest(&self, id: &str) -> u32 {
        let here = self.newest(id).map_or(0, |entry| entry.record.rev);
        let there = self.fact(id).map_or(0, |fact| fact.rev);
        let damaged = self.damaged.iter().filter_map(|row| split(&row.key)).filter(|(of, _)| *of == id);
        damaged.fold(here.max(there), |most, (_, rev)| most.max(rev))
    }

    /// Every answer that has not left, oldest first.
    pub fn pending(&self) -> Vec<PendingItem> {
        // By hand: the standard library's sorting weighs 4 KB in the page.
        let mut newest: Vec<&Entry> = Vec::new();
        for entry in self.newest_of_each() {
            let before = newest.partition_point(|other| other.record.seq <= entry.record.seq);
            newest.insert(before, entry);
        }
        let mut items = Vec::new();
        for entry in newest {
            let id = &entry.record.id;
            items.push(PendingItem {
                id: id.clone(),
                receipt: receipt(id).unwrap_or_default(),
                keeping: self.keeping(id),
            });
        }
        items
    }

    /// What storage held and nobody can read.
    pub fn damaged(&self) -> &[Damaged] {
        &self.damaged
    }

    pub(crate) fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }
}
