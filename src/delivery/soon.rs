//! The screen answers before storage does: asking IndexedDB holds a cheap phone's only thread for longer than a frame takes.

use mot_cua_outbox::{Output, Write};

use super::{Inner, Writer};
use crate::browser::timer;

impl Inner {
    /// The first tap is written in the breath in which it is made. What is added to it waits until it is drawn; no screen calls
    /// it kept before it is.
    pub(super) fn may_wait(&self, write: &Write) -> bool {
        matches!(write, Write::Keep(record) if !self.storage.is_new(&record.id))
    }

    /// Whether what the tab itself remembers is written with it, later: nothing is sent before.
    pub(super) fn puts_off(&self, orders: &[Output]) -> bool {
        self.writer.get() != Writer::Busy
            && orders.iter().any(|order| matches!(order, Output::Store { write, .. } if self.may_wait(write)))
            && !orders.iter().any(|order| matches!(order, Output::Send { .. } | Output::Imported { .. }))
    }

    /// A page that goes out of sight writes without waiting: this then finds nothing to do.
    pub(super) async fn write_soon(&'static self) {
        timer::drawn().await;
        if self.writer.get() == Writer::Waiting {
            self.write_now();
        }
    }
}
