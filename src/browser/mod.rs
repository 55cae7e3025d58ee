//! The only place that touches web-sys: storage, fetch, locale, lifecycle, the static form.

pub(crate) mod address;
pub(crate) mod clock;
pub(crate) mod copy;
pub(crate) mod dom;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod guard;
pub(crate) mod handover;
pub(crate) mod lifecycle;
pub(crate) mod links;
pub(crate) mod locale;
pub(crate) mod locks;
#[cfg(feature = "full")]
pub(crate) mod photo_store;
#[cfg(feature = "full")]
pub(crate) mod picture;
pub(crate) mod prefs;
#[cfg(feature = "more")]
pub(crate) mod share;
pub(crate) mod static_form;
pub(crate) mod storage;
pub(crate) mod timer;
pub(crate) mod transport;

use wasm_bindgen::prelude::*;

/// The node that the page is mounted in.
pub(crate) type Host = web_sys::HtmlElement;

/// The window; there is always one where this page runs.
pub(crate) fn window() -> web_sys::Window {
    js_sys::global().unchecked_into()
}

/// The first element of that class below `host`, else beside it, else `host` itself.
pub(crate) fn near(host: &Host, class: &str) -> Host {
    let selector = [".", class].concat();
    let below = host.query_selector(&selector).ok().flatten();
    let found = below.or_else(|| host.parent_element()?.query_selector(&selector).ok().flatten());
    found.and_then(|element| element.dyn_into().ok()).unwrap_or_else(|| host.clone())
}

/// Whether the phone believes that it has a network; it errs on the side of yes.
pub(crate) fn is_online() -> bool {
    window().navigator().on_line()
}

/// Any event.
pub(crate) type Event = web_sys::Event;

/// What the field that fired holds.
pub(crate) fn value_of(event: &Event) -> String {
    fired(event).map(|field| field.value()).unwrap_or_default()
}

/// Whether the box or row that fired is on.
pub(crate) fn checked_of(event: &Event) -> bool {
    fired(event).is_some_and(|field| field.checked())
}

/// Whether the focus that leaves a field goes to a button of the screen, which then decides what comes next.
#[cfg(feature = "full")]
pub(crate) fn leaves_for_button(event: &Event) -> bool {
    let to = js_sys::Reflect::get(event, &"relatedTarget".into()).ok();
    to.and_then(|to| to.dyn_into::<web_sys::Element>().ok()).is_some_and(|to| to.has_attribute("data-act"))
}

/// Our own fields alone are listened to; `value` and `checked` are spelt alike in all of them.
fn fired(event: &Event) -> Option<web_sys::HtmlInputElement> {
    event.target().map(JsCast::unchecked_into)
}
