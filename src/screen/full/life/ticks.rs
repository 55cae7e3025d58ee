//! What the citizen already has for a life event. It stays on this phone.

use mot_cua_catalogue::events::Event;
use mot_cua_catalogue::fold::fold;

use crate::browser::prefs;
use crate::prelude::*;

/// Papers by the mark of their name, with blanks between: a catalogue that changes must not tick another paper.
#[derive(Clone)]
pub(super) struct Ticks {
    name: String,
    ticked: RwSignal<String>,
}

impl Ticks {
    pub(super) fn of(event: &Event) -> Self {
        let name = ["life.", &event.id].concat();
        let ticked = RwSignal::new(prefs::get(&name).unwrap_or_default());
        Self { name, ticked }
    }

    /// Call it in a reactive closure.
    pub(super) fn has(&self, mark: &str) -> bool {
        self.ticked.with(|all| all.split(' ').any(|one| one == mark))
    }

    pub(super) fn turn(&self, mark: &str) {
        let old = self.ticked.get_untracked();
        let mut all: Vec<&str> = old.split(' ').filter(|one| !one.is_empty()).collect();
        let had = all.len();
        all.retain(|one| *one != mark);
        if all.len() == had {
            all.push(mark);
        }
        let all = all.join(" ");
        prefs::set(&self.name, &all);
        self.ticked.set(all);
    }
}

/// FNV-1a, 32 bits, of the name as it is compared: short, and the same wherever the paper stands.
pub(super) fn mark(document: &str) -> String {
    fold(document)
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, b| (hash ^ u32::from(b)).wrapping_mul(0x0100_0193))
        .to_string()
}
