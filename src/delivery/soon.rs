//! The screen answers before storage does: asking IndexedDB holds a cheap phone's only thread for longer than a frame takes.

use mot_cua_outbox::Write;

use super::{Inner, Writer};
use crate::browser::{handover, timer};

impl Inner {
    /// The first tap is written in the breath in which it is made. What is added to it waits for the next task; the tab's own
    /// memory has it already, and no screen calls it kept before it is.
    pub(super) fn may_wait(&self, write: &Write) -> bool {
        matches!(write, Write::Keep(record) if !self.storage.is_new(&record.id))
    }

    /// A page that goes out of sight writes without waiting: this then finds nothing to do.
    pub(super) async fn write_soon(&'static self) {
        timer::next_task().await;
        if self.writer.get() == Writer::Waiting {
            self.write_now();
        }
    }

    /// Out of sight, perhaps for ever: browsers abort a transaction whose page ends. What is not written yet is left where one
    /// call writes it, for the next opening to take over.
    pub(super) fn leave_behind(&'static self) {
        if self.writer.get() == Writer::Idle {
            return;
        }
        if let Some((id, rev, bytes)) = self.session.borrow().unsent() {
            let key = handover::leave(id, rev, bytes);
            *self.left.borrow_mut() = key.map(|key| (key, bytes.to_owned()));
        }
        if self.writer.get() == Writer::Waiting {
            self.write_now();
        }
    }

    /// It is written after all. Left there, it would come back as the later word.
    pub(super) fn take_back(&self) {
        if let Some((key, bytes)) = self.left.take() {
            handover::remove(&key, &bytes);
        }
    }
}
