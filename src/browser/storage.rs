//! Where the outbox is kept.

mod indexed_db;
mod js;
mod memory;

use mot_cua_outbox::{Durability, Found, Row, Write};

use indexed_db::IndexedDb;
use memory::Memory;

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
    /// Storage failed; whether it wrote, nobody knows.
    Broken,
}

/// A place that keeps records.
pub(crate) trait Store {
    /// All that is there; `None` when it cannot be read.
    async fn load(&self) -> Option<Held>;

    /// One transaction; returns when it is as durable as this place can make it.
    async fn write(&self, write: &Write) -> Result<(), Refusal>;
}

/// The best place that this browser offers.
pub(crate) enum Storage {
    IndexedDb(IndexedDb),
    Memory(Memory),
}

impl Storage {
    /// IndexedDB where it opens and can be read within its time limit, else memory for as long as the page lives.
    pub(crate) async fn open() -> (Self, Held) {
        let indexed_db = IndexedDb::default();
        match indexed_db.load().await {
            Some(held) => (Self::IndexedDb(indexed_db), held),
            None => (Self::Memory(Memory), Held::default()),
        }
    }

    pub(crate) fn durability(&self) -> Durability {
        match self {
            Self::IndexedDb(_) => Durability::Durable,
            Self::Memory(_) => Durability::Volatile,
        }
    }

    pub(crate) async fn load(&self) -> Option<Held> {
        match self {
            Self::IndexedDb(store) => store.load().await,
            Self::Memory(store) => store.load().await,
        }
    }

    pub(crate) async fn write(&self, write: &Write) -> Result<(), Refusal> {
        match self {
            Self::IndexedDb(store) => store.write(write).await,
            Self::Memory(store) => store.write(write).await,
        }
    }
}
