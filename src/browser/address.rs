//! `location.hash` as a thin adapter of the screen. Only on our own page: in a host page it belongs to the host.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

thread_local! {
    /// How many screens we pushed: "back" must never leave the page by surprise.
    static OWN: Cell<u32> = const { Cell::new(0) };
}

/// The hash without `#`, percent-encoding left as it is: only a query has some, see `decoded`.
pub(crate) fn hash() -> String {
    let hash = super::window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// What the browser encoded when [`push`] put it into the hash; as it is, where somebody wrote something else.
#[cfg(feature = "more")]
pub(crate) fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}

/// A new entry of the history; nothing where the address is the same already.
pub(crate) fn push(new: &str) {
    if hash() == new {
        return;
    }
    if let Ok(history) = super::window().history()
        && history.push_state_with_url(&JsValue::NULL, "", Some(&["#", new].concat())).is_ok()
    {
        OWN.set(OWN.get() + 1);
    }
}

/// Another name for the screen that is shown: loaded again, the page is the one that has it.
#[cfg(feature = "more")]
pub(crate) fn rename(new: &str) {
    if let Ok(history) = super::window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&["#", new].concat()));
    }
}

/// The page's own address, without the hash.
pub(crate) fn page() -> String {
    let whole = super::window().location().href().unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// Loads the page anew; the hash stays.
pub(crate) fn reload() {
    let _ = super::window().location().reload();
}

pub(crate) fn has_own_past() -> bool {
    let own = OWN.get() > 0;
    // The small page pushed this address, then loaded it anew: what is behind it is ours.
    #[cfg(feature = "more")]
    let own = own || was_reloaded();
    own
}

/// Whether this document came by loading its address once more (`PerformanceNavigation.TYPE_RELOAD`).
#[cfg(feature = "more")]
fn was_reloaded() -> bool {
    let member = |of: JsValue, name: &str| js_sys::Reflect::get(&of, &name.into()).unwrap_or_default();
    let navigation = member(member(super::window().into(), "performance"), "navigation");
    !navigation.is_undefined() && member(navigation, "type") == 1
}

pub(crate) fn back() {
    if let Ok(history) = super::window().history() {
        let _ = history.back();
    }
}

/// Calls `then` with the hash whenever the citizen went back or forth, or followed a link to a hash.
pub(crate) fn on_change(then: impl Fn(String) + 'static) {
    let seen = Closure::<dyn Fn()>::new(move || then(hash()));
    let window = super::window();
    for event in ["popstate", "hashchange"] {
        let _ = window.add_event_listener_with_callback(event, seen.as_ref().unchecked_ref());
    }
    // Lives as long as the page.
    seen.forget();
}
