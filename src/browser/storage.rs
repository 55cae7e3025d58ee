//! Where the outbox is kept: IndexedDB, or only the outbox's own memory while that cannot be had (cookies blocked, some
//! private modes, a process that iOS killed).

mod connection;
mod indexed_db;
mod js;
mod lease;
mod persist;
mod room;

use std::cell::Cell;

use mot_cua_outbox::{Durability, Found, Row, Write};

use indexed_db::IndexedDb;

#[cfg(feature = "full")]
pub(crate) use js::{outcome, strictly, within};
pub(crate) use persist::persist;

/// What storage holds, unread.
#[derive(Debug, Default)]
pub(crate) struct Held {
    pub(crate) rows: Vec<Row>,
    /// Texts of facts.
    pub(crate) facts: Vec<String>,
}

/// Why a write did not happen.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Another tab was there first.
    Stale(Found),
    /// Another tab is sending.
    Leased,
    /// Storage failed; whether it wrote, nobody knows.
    Broken,
}

pub(crate) struct Storage {
    indexed_db: IndexedDb,
    durability: Cell<Durability>,
}

impl Storage {
    /// Nothing is opened before the first reading.
    pub(crate) fn new() -> Self {
        Self { indexed_db: IndexedDb::default(), durability: Cell::new(Durability::Volatile) }
    }

    pub(crate) fn durability(&self) -> Durability {
        self.durability.get()
    }

    /// All that is there. `None`: it cannot be read, at least not now. From the first success on it is durable.
    pub(crate) async fn load(&self) -> Option<Held> {
        let held = self.indexed_db.load().await?;
        self.durability.set(Durability::Durable);
        Some(held)
    }

    /// The next answer to be kept may be this one, which was begun in this document a moment ago.
    pub(crate) fn begins(&self, id: &str) {
        self.indexed_db.new.replace(Some(id.to_owned()));
    }

    /// Whether [`Self::begins`] was said of it, and nothing of it was written since.
    #[cfg(feature = "full")]
    pub(crate) fn is_new(&self, id: &str) -> bool {
        self.indexed_db.new.borrow().as_deref() == Some(id)
    }

    /// One transaction; returns when it is as durable as this browser can make it.
    pub(crate) async fn write(&self, write: &Write) -> Result<(), Refusal> {
        match self.durability() {
            Durability::Durable => self.indexed_db.write(write).await,
            Durability::Volatile => Ok(()),
        }
    }
}
