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
