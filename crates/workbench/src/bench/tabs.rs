//! Two tabs of one browser: the one that was opened last keeps, the other rests and says so.

use super::Bench;
use crate::browser::{self, kept};

/// Name under which the tab that keeps is written down. Every other tab is told of a change (HTML, the event `storage`).
pub(crate) const TURN: &str = "tab";

/// What this tab may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It keeps what is done.
    Mine,
    /// Another tab goes on from what was kept here.
    Rests,
    /// The same, but this tab's own could not be kept: it is here alone.
    RestsUnkept,
}

impl Bench {
    /// From now on this tab keeps. Where storage is blocked nobody keeps, and nothing is written over.
    pub(crate) fn take_turn(self) {
        let _ = kept::set(TURN, &self.tab_id);
        self.turn.set(Turn::Mine);
    }

    /// Another tab may have been opened, or gone on.
    pub(crate) fn look_whose_turn(self) {
        // Not what the event says: two that begin at once have to agree on the one that wrote last.
        let other = kept::get(TURN).is_some_and(|tab| tab != *self.tab_id);
        if other && self.is_my_turn() {
            let kept = !self.unkept.get();
            self.said.set(String::new());
            self.turn.set(if kept { Turn::Rests } else { Turn::RestsUnkept });
            browser::focus_soon("wb-here".to_owned());
        }
    }

    pub(crate) fn is_my_turn(self) -> bool {
        self.turn.get_untracked() == Turn::Mine
    }

    /// This tab goes on, from what the other one did.
    pub(crate) fn go_on_here(self) {
        let rested = self.turn.get_untracked();
        self.take_turn();
        if rested == Turn::Rests {
            self.resume();
            self.print.resume(self);
            self.site.resume(self);
        }
        self.say("said.here", &[]);
        browser::focus_soon("wb-main".to_owned());
    }

    /// Keeps `value`, if it is this tab's turn: else what is kept is another's.
    pub(crate) fn keep_as(self, name: &str, value: &str) {
        if !self.is_my_turn() {
            return;
        }
        let failed = kept::set(name, value).is_err();
        self.unkept.set(failed);
        if failed {
            self.say("said.unkept", &[]);
        }
    }
}
