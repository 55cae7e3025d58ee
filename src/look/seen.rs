//! Procedures that were opened on this phone, the last first. Codes alone.

use crate::browser::prefs;
use crate::prelude::*;

/// Of those that are pinned, and of those that are not.
const MOST: usize = 10;
const NAME: &str = "seen";

/// Codes with blanks between; a pinned one begins with `*`.
#[derive(Clone, Copy)]
pub(crate) struct Seen(RwSignal<String>);

impl Seen {
    pub(crate) fn read() -> Self {
        Self(RwSignal::new(prefs::get(NAME).unwrap_or_default()))
    }

    /// The list. Call it in a reactive closure.
    pub(crate) fn get(self) -> String {
        self.0.get()
    }

    /// Puts it first; a pinned one stays where it is. Of too many that are not pinned the last go.
    pub(crate) fn opened(self, code: &str) {
        let mut list = code.to_owned();
        let mut room = MOST - 1;
        for one in self.now().split(' ') {
            match one.strip_prefix('*') {
                Some(pinned) if pinned == code => return,
                Some(_) => {}
                None if room == 0 || one == code || one.is_empty() => continue,
                None => room -= 1,
            }
            list.push(' ');
            list.push_str(one);
        }
        self.keep(list);
    }

    /// Pins what is not pinned, and the other way round. It stays where it is: nothing moves away under a finger.
    #[cfg(feature = "more")]
    pub(crate) fn turn(self, entry: &str) {
        let old = self.now();
        if !entry.starts_with('*') && old.matches('*').count() >= MOST {
            return;
        }
        let other = entry.strip_prefix('*').map_or_else(|| ["*", entry].concat(), str::to_owned);
        let list: Vec<&str> = old.split(' ').map(|one| if one == entry { &other } else { one }).collect();
        self.keep(list.join(" "));
    }

    pub(crate) fn clear(self) {
        self.keep(String::new());
    }

    /// Another tab may have cleared it.
    fn now(self) -> String {
        prefs::get(NAME).unwrap_or_else(|| self.0.get_untracked())
    }

    fn keep(self, list: String) {
        prefs::set(NAME, &list);
        self.0.set(list);
    }
}
