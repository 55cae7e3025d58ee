//! Where there is no IndexedDB (cookies blocked, some private modes): the outbox's own memory is all there is.

use mot_cua_outbox::Write;

use super::{Held, Refusal, Store};

/// Keeps nothing: what the outbox holds lives exactly as long.
pub(crate) struct Memory;

impl Store for Memory {
    async fn load(&self) -> Option<Held> {
        Some(Held::default())
    }

    async fn write(&self, _: &Write) -> Result<(), Refusal> {
        Ok(())
    }
}
