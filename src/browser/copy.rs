//! A copy that the citizen can carry away: a file where files are saved, text everywhere.

use js_sys::{Function, Reflect, RegExp, encode_uri_component};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// In-app browsers have no place to put a file, and say nothing when a link asks for one. Safari names itself; a web view of
/// another app on an iPhone does not.
const IN_APP: &str = r"; wv\)|Zalo|FBA[NV]|Instagram|Line/|like Mac OS X(?!.*Safari/)";

/// Whether a link with `download` does something here.
pub(crate) fn saves_files() -> bool {
    !RegExp::new(IN_APP, "").test(&super::window().navigator().user_agent().unwrap_or_default())
}

/// The address of a file that holds `text`: data, not a blob, which would have to be given back.
pub(crate) fn file_address(text: &str) -> String {
    ["data:application/octet-stream;charset=utf-8,", &String::from(encode_uri_component(text))].concat()
}

/// The same for a calendar: phones open it with theirs.
#[cfg(feature = "more")]
pub(crate) fn calendar_address(text: &str) -> String {
    ["data:text/calendar;charset=utf-8,", &String::from(encode_uri_component(text))].concat()
}

/// Puts `text` where it can be pasted from; whether the browser let it. (`navigator.clipboard` would need a secure context
/// and the citizen's leave.)
pub(crate) fn to_clipboard(text: &str) -> bool {
    try_copy(text).unwrap_or(false)
}

fn try_copy(text: &str) -> Option<bool> {
    let document = super::window().document()?;
    let before = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    area.set_value(text);
    document.document_element()?.append_child(&area).ok()?;
    area.select();
    let copy: Function = Reflect::get(&document, &"execCommand".into()).ok()?.unchecked_into();
    let done = copy.call1(&document, &"copy".into());
    area.remove();
    if let Some(before) = before {
        let _ = before.unchecked_into::<HtmlElement>().focus();
    }
    done.ok()?.as_bool()
}
