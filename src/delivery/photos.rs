//! What photos must know of the answers that they belong to.

use mot_cua_contract::adapter::Submit;
use mot_cua_outbox::Keeping;

use super::Delivery;

impl Delivery {
    /// How the site speaks to its backend now.
    pub(crate) fn submit(&self) -> &'static Submit {
        self.0.submit.get()
    }

    /// Whether nothing of that answer is waiting here: the backend has it, or this phone never knew it. What its owner deleted
    /// is not.
    pub(crate) fn has_arrived(&self, id: &str) -> bool {
        let keeping = self.0.outbox.borrow().keeping(id);
        self.is_read() && matches!(keeping, Keeping::Nothing | Keeping::Sent { .. })
    }

    /// Whether its owner deleted it.
    pub(crate) fn is_deleted(&self, id: &str) -> bool {
        let keeping = self.0.outbox.borrow().keeping(id);
        matches!(keeping, Keeping::Deleting { .. } | Keeping::Deleted | Keeping::Forgotten)
    }
}
