//! What may be said of each answer, as signals.

use mot_cua_outbox::Keeping;

use super::Delivery;
use crate::prelude::*;

/// Answers whose state is told; of a tablet at the counter the oldest give way. No screen shows as many.
const STATES: usize = 2_000;

impl Delivery {
    /// What may be said of the newest revision of `id`.
    pub(crate) fn state(&self, id: &str) -> ReadSignal<Keeping> {
        let inner = &self.0;
        let mut states = inner.states.borrow_mut();
        if let Some((_, signal)) = states.iter().find(|(known, _)| known == id) {
            return signal.read_only();
        }
        let keeping = inner.outbox.borrow().keeping(id);
        let signal = if states.len() < STATES {
            inner.home.with(|| RwSignal::new(keeping))
        } else {
            let (_, oldest) = states.remove(0);
            oldest.set(keeping);
            oldest
        };
        states.push((id.to_owned(), signal));
        signal.read_only()
    }
}
