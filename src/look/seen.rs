//! Procedures that were opened on this phone, the last first. Codes alone.

use crate::browser::prefs;
use crate::prelude::*;

/// Pinned ones among them.
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

    /// Puts it first; a pinned one stays where it is. Of too many the last that is not pinned goes.
    pub(crate) fn opened(self, code: &str) {
        let old = self.now();
        let mut room = MOST;
        for one in old.split(' ') {
            match one.strip_prefix('*') {
                Some(pinned) if pinned == code => return,
                Some(_) => room -= room.min(1),
                None => {}
            }
        }
        let mut list = String::new();
        for one in std::iter::once(code).chain(old.split(' ').filter(|one| *one != code)) {
            if !one.starts_with('*') {
                if room == 0 || one.is_empty() {
                    continue;
                }
                room -= 1;
            }
            if !list.is_empty() {
                list.push(' ');
            }
            list.push_str(one);
        }
        self.keep(list);
    }

    /// Pins what is not pinned, and the other way round. It stays where it is: nothing moves away under a finger.
    #[cfg(feature = "full")]
    pub(crate) fn turn(self, entry: &str) {
        let other = entry.strip_prefix('*').map_or_else(|| ["*", entry].concat(), str::to_owned);
        let old = self.now();
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
