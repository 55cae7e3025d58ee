//! What a page leaves behind that ends in the middle of a write.

use super::{Inner, Writer};
use crate::browser::handover;

impl Inner {
    /// Out of sight, perhaps for ever: browsers abort a transaction whose page ends. What is not written yet is left where one
    /// call writes it, for the next opening to take over.
    pub(super) fn leave_behind(&'static self) {
        if self.writer.get() == Writer::Idle {
            return;
        }
        // Two events tell of one page that goes.
        self.take_back();
        if let Some((id, rev, bytes)) = self.session.borrow().unsent() {
            let key = handover::leave(id, rev, bytes);
            *self.left.borrow_mut() = key.map(|key| (key, bytes.to_owned()));
        }
        #[cfg(feature = "full")]
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
