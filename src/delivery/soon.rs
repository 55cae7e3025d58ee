//! The screen answers before storage does: asking IndexedDB holds a cheap phone's only thread for longer than a frame takes.

use mot_cua_outbox::Write;

use super::{Inner, Writer};
use crate::browser::timer;

impl Inner {
    /// The first tap is written in the breath in which it is made. What is added to it waits until it is drawn; the tab's own
    /// memory has it already, and no screen calls it kept before it is.
    pub(super) fn may_wait(&self, write: &Write) -> bool {
        matches!(write, Write::Keep(record) if !self.storage.is_new(&record.id))
    }

    /// A page that goes out of sight writes without waiting: this then finds nothing to do.
    pub(super) async fn write_soon(&'static self) {
        timer::drawn().await;
        if self.writer.get() == Writer::Waiting {
            self.write_now();
        }
    }
}
