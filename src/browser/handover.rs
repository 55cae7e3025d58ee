//! What `boot.js` and this page leave to each other: waiting bytes in `localStorage`, the answer in progress in
//! `sessionStorage`.

use js_sys::Reflect;
use mot_cua_outbox::Taken;
use wasm_bindgen::prelude::*;
use web_sys::Storage;

const TAP: &str = "mc.tap.";
const ACK: &str = "mc.ack.";
const NOW: &str = "mc.now";
#[cfg(feature = "full")]
const DEFINITION: &str = "mc.definition";

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

/// Leaves bytes to the next page as `boot.js` leaves them. Returns their key. `None`: storage is blocked or full.
pub(crate) fn leave(id: &str, rev: u32, bytes: &str) -> Option<String> {
    let key = [TAP, id, ".", &rev.to_string()].concat();
    local()?.set_item(&key, bytes).ok()?;
    Some(key)
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

/// The definition that the answer in progress was begun on. `None`: it was not kept.
#[cfg(feature = "full")]
pub(crate) fn definition() -> Option<String> {
    session()?.get_item(DEFINITION).ok().flatten()
}

/// Where it does not fit, an answer that is restored goes on with the definition of then.
#[cfg(feature = "full")]
pub(crate) fn set_definition(text: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(DEFINITION, text);
    }
}

fn local() -> Option<Storage> {
    of("localStorage")
}

fn session() -> Option<Storage> {
    of("sessionStorage")
}

/// Reading the property throws where storage is blocked. `boot.js` then has an object of the same shape in its place, which
/// lives as long as the page: a tap that it sent is not sent again under another id.
fn of(name: &str) -> Option<Storage> {
    let window = super::window();
    let get = |name: &str| Reflect::get(&window, &name.into()).ok().filter(JsValue::is_object);
    get(name).or_else(|| get("mcHeld")).map(JsCast::unchecked_into)
}
