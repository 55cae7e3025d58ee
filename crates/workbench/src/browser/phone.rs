//! The phone beside the editor: a frame with the citizen's own page, which asks the survey at hand (`page/preview.js`).

use js_sys::{JSON, Object, Reflect};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlIFrameElement, MessageEvent};

use super::{Event, window};

/// Where the frame finds what to show.
const GIVEN: &str = "mcPreview";
/// What the frame keeps from one version of the survey to the next.
const KEPT: &str = "mcPreviewKept";
/// Id of the frame.
pub(crate) const ID: &str = "wb-screen";

/// Puts a survey on the phone; `site`: text of a site.json that it belongs to, instead of the one that is served. The frame is loaded again if it is there.
pub(crate) fn show(survey: &str, lang: &str, theme: &str, site: Option<&str>) {
    let given = Object::new();
    for (name, value) in
        [("survey", survey), ("lang", lang), ("theme", theme), ("site", site.unwrap_or_default())]
    {
        let _ = Reflect::set(&given, &name.into(), &value.into());
    }
    let _ = Reflect::set(&window(), &GIVEN.into(), &given);
    if let Some(inside) = inside() {
        let _ = inside.location().reload();
    }
}

/// To a page of the survey, by its number from 0. `None`: to the beginning, all answers forgotten.
pub(crate) fn go(page: Option<usize>) {
    let Some(inside) = inside() else { return };
    if let Some(page) = page {
        let ask = Object::new();
        let _ = Reflect::set(&ask, &"page".into(), &JsValue::from(u32::try_from(page).unwrap_or(0)));
        let _ = inside.post_message(&ask, &super::files::origin());
    } else {
        let _ = Reflect::set(&window(), &KEPT.into(), &JsValue::UNDEFINED);
        let _ = inside.location().set_hash("");
        let _ = inside.location().reload();
    }
}

/// The answers that a message tells of. `None`: it is none of the frame's.
pub(crate) fn answers(event: &Event) -> Option<Map<String, Value>> {
    let message = event.dyn_ref::<MessageEvent>()?;
    if message.origin() != super::files::origin() {
        return None;
    }
    let answers = Reflect::get(&message.data(), &"answers".into()).ok().filter(JsValue::is_object)?;
    serde_json::from_str(&String::from(JSON::stringify(&answers).ok()?)).ok()
}

fn inside() -> Option<web_sys::Window> {
    let frame = window().document()?.get_element_by_id(ID)?;
    frame.dyn_into::<HtmlIFrameElement>().ok()?.content_window()
}
