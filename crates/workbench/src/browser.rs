//! The only place of the workbench that touches web-sys: files, what is kept on this machine, the phone beside the editor.

pub(crate) mod carry;
#[path = "../../../src/browser/copy.rs"]
#[allow(dead_code, reason = "shared with the citizen's page, which uses the rest")]
pub(crate) mod copy;
#[path = "../../../src/browser/dom.rs"]
#[allow(dead_code, reason = "shared with the citizen's page, which uses the rest")]
pub(crate) mod dom;
pub(crate) mod files;
pub(crate) mod kept;
pub(crate) mod phone;
#[path = "../../../src/browser/timer.rs"]
#[allow(dead_code, reason = "shared with the citizen's page, which uses the rest")]
pub(crate) mod timer;

use wasm_bindgen::prelude::*;

use crate::bench::Bench;
use crate::edit::Step;

/// The node that the workbench is mounted in.
#[allow(unreachable_pub, reason = "named by the exported function")]
pub type Host = web_sys::HtmlElement;

/// Any event.
pub(crate) type Event = web_sys::Event;

/// The window; there is always one where this page runs.
pub(crate) fn window() -> web_sys::Window {
    js_sys::global().unchecked_into()
}

/// What the field that fired holds.
pub(crate) fn value_of(event: &Event) -> String {
    let field: Option<web_sys::HtmlInputElement> = event.target().map(JsCast::unchecked_into);
    field.map(|field| field.value()).unwrap_or_default()
}

/// Whether the box that fired is ticked.
pub(crate) fn checked_of(event: &Event) -> bool {
    let field: Option<web_sys::HtmlInputElement> = event.target().map(JsCast::unchecked_into);
    field.is_some_and(|field| field.checked())
}

/// Language of the whole page, for screen readers.
pub(crate) fn set_language(lang: &str) {
    if let Some(root) = window().document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", lang);
    }
}

/// Puts the focus on the element of that id, once what changed stands in the document.
pub(crate) fn focus_soon(id: String) {
    wasm_bindgen_futures::spawn_local(async move {
        timer::next_task().await;
        let element = window().document().and_then(|document| document.get_element_by_id(&id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Asks a yes-or-no question.
pub(crate) fn is_sure(words: &str) -> bool {
    window().confirm_with_message(words).unwrap_or(false)
}

/// Milliseconds since 1970, and minutes east of Greenwich.
pub(crate) fn clock() -> (f64, i32) {
    #[allow(clippy::cast_possible_truncation, reason = "at most a day of minutes")]
    let offset = -js_sys::Date::new_0().get_timezone_offset() as i32;
    (js_sys::Date::now(), offset)
}

/// Year, month and day in Việt Nam.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a calendar's numbers are small"
)]
pub(crate) fn day_in_vietnam() -> (i32, u8, u8) {
    const AHEAD_MS: f64 = 7.0 * 3_600_000.0;
    let date = js_sys::Date::new(&(js_sys::Date::now() + AHEAD_MS).into());
    (date.get_utc_full_year() as i32, date.get_utc_month() as u8 + 1, date.get_utc_date() as u8)
}

/// A random id, as a citizen's page mints them.
pub(crate) fn random_id() -> String {
    let mut bytes = [0; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    mot_cua_contract::receipt::uuid_v4(bytes)
}

/// `sha256:` and the hash of a text's bytes. (`crypto.subtle` would need a secure context.)
pub(crate) fn hash(text: &str) -> String {
    use sha2::{Digest as _, Sha256};
    let digits = Sha256::digest(text.as_bytes()).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|nibble| char::from_digit(nibble.into(), 16));
    "sha256:".chars().chain(digits).collect()
}

/// Keys, dropped files, and what the phone beside the editor tells, for as long as the page lives.
pub(crate) fn listen(bench: Bench) {
    on("keydown", move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || !bench.is_my_turn() {
            return;
        }
        match (key.key().to_lowercase().as_str(), key.shift_key()) {
            ("z", false) => bench.walk(Step::Back),
            ("z", true) | ("y", false) => bench.walk(Step::Forth),
            _ => return,
        }
        event.prevent_default();
    });
    on("dragover", |event| event.prevent_default());
    on("drop", move |event| {
        event.prevent_default();
        let dropped = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer);
        if let Some(file) = dropped.and_then(|data| data.files()?.get(0)).filter(|_| bench.is_my_turn()) {
            files::read(file, move |name, bytes| bench.dropped(&name, &bytes));
        }
    });
    on("message", move |event| {
        if let Some(answers) = phone::answers(&event) {
            bench.answers.set(answers);
        }
    });
    // Another tab of this browser goes on.
    on("storage", move |_| bench.look_whose_turn());
    on("pageshow", move |_| bench.look_whose_turn());
    // A tab may be closed, or left for another one, in the middle of a word.
    for left in ["blur", "visibilitychange", "pagehide"] {
        on(left, move |_| {
            bench.keep();
            bench.print.keep(bench);
            bench.site.keep(bench);
        });
    }
}

fn on(name: &str, act: impl Fn(Event) + 'static) {
    let act = Closure::<dyn Fn(Event)>::new(act).into_js_value();
    let _ = window().add_event_listener_with_callback(name, act.unchecked_ref());
}
