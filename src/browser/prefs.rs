//! Settings and ticks that stay on this phone. Where storage is blocked they last as long as the page.

fn storage() -> Option<web_sys::Storage> {
    super::window().local_storage().ok().flatten()
}

/// `None`: never set, or storage is blocked.
pub(crate) fn get(name: &str) -> Option<String> {
    storage()?.get_item(&["mc.", name].concat()).ok().flatten()
}

pub(crate) fn set(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&["mc.", name].concat(), value);
    }
}
