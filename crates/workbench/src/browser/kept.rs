//! What is kept in this browser: the survey at hand, and the language.

use super::window;

const PREFIX: &str = "mc.workbench.";

/// `None`: nothing is kept under that name, or storage is blocked.
pub(crate) fn get(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&[PREFIX, name].concat()).ok()?
}

/// # Errors
/// Storage is blocked or full: nothing was kept.
pub(crate) fn set(name: &str, value: &str) -> Result<(), ()> {
    let storage = window().local_storage().ok().flatten().ok_or(())?;
    storage.set_item(&[PREFIX, name].concat(), value).map_err(|_| ())
}

pub(crate) fn forget(name: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(&[PREFIX, name].concat());
    }
}

/// The same for bytes. `None`, too: what is kept there are none.
pub(crate) fn bytes(name: &str) -> Option<Vec<u8>> {
    let text = window().atob(&get(name)?).ok()?;
    text.chars().map(|one| u8::try_from(u32::from(one)).ok()).collect()
}

/// # Errors
/// As [`set`].
pub(crate) fn set_bytes(name: &str, bytes: &[u8]) -> Result<(), ()> {
    let text: String = bytes.iter().copied().map(char::from).collect();
    set(name, &window().btoa(&text).map_err(|_| ())?)
}
