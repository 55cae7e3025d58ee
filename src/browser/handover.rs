//! What `boot.js` and this page leave to each other: waiting bytes in `localStorage`, the answer in progress in
//! `sessionStorage`.

use mot_cua_outbox::Taken;
use web_sys::Storage;

const TAP: &str = "mc.tap.";
const ACK: &str = "mc.ack.";
const NOW: &str = "mc.now";

/// All that waits: its key, its bytes, and what `boot.js` had done with them.
pub(crate) fn waiting() -> Vec<(String, String, Taken)> {
    let Some(storage) = local() else { return Vec::new() };
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    keys.filter_map(|key| {
        let how = match () {
            () if key.starts_with(TAP) => Taken::Waiting,
            () if key.starts_with(ACK) => Taken::Acked,
            () => return None,
        };
        let bytes = storage.get_item(&key).ok().flatten()?;
        Some((key, bytes, how))
    })
    .collect()
}

/// Removes `key` if it still holds `bytes`: the first script of another tab may have written another face there since.
pub(crate) fn remove(key: &str, bytes: &str) {
    if let Some(storage) = local()
        && storage.get_item(key).ok().flatten().as_deref() == Some(bytes)
    {
        let _ = storage.remove_item(key);
    }
}

/// The answer in progress in this tab, as text.
pub(crate) fn now() -> Option<String> {
    session()?.get_item(NOW).ok().flatten()
}

/// `None`: there is none.
pub(crate) fn set_now(text: Option<&str>) {
    let Some(storage) = session() else { return };
    let _ = match text {
        Some(text) => storage.set_item(NOW, text),
        None => storage.remove_item(NOW),
    };
}

/// Throws where storage is blocked.
fn local() -> Option<Storage> {
    super::window().local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    super::window().session_storage().ok().flatten()
}
