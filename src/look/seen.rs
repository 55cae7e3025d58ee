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
        let mut list: Vec<&str> = old.split(' ').collect();
        if list.iter().any(|one| one.strip_prefix('*') == Some(code)) {
            return;
        }
        list.retain(|one| !one.is_empty() && *one != code);
        list.insert(0, code);
        if list.len() > MOST
            && let Some(last) = list.iter().rposition(|one| !one.starts_with('*'))
        {
            list.remove(last);
        }
        self.keep(&list.join(" "));
    }

    /// Pins what is not pinned, and the other way round. It stays where it is: nothing moves away under a finger.
    pub(crate) fn turn(self, entry: &str) {
        let other = entry.strip_prefix('*').map_or_else(|| ["*", entry].concat(), str::to_owned);
        let old = self.now();
        let list: Vec<&str> = old.split(' ').map(|one| if one == entry { &other } else { one }).collect();
        self.keep(&list.join(" "));
    }

    pub(crate) fn clear(self) {
        self.keep("");
    }

    /// Another tab may have cleared it.
    fn now(self) -> String {
        prefs::get(NAME).unwrap_or_else(|| self.0.get_untracked())
    }

    fn keep(self, list: &str) {
        prefs::set(NAME, list);
        self.0.set(list.to_owned());
    }
}
