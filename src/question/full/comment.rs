//! Words of one's own. One line says who reads them, before the first letter is typed.

use mot_cua_survey::model::Field;
use serde_json::Value;

use super::Asked;
use crate::browser::value_of;
use crate::html::{El, View, el};
use crate::rating::plain;

/// From here on the letters left are told.
const NEARLY_FULL: usize = 200;

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Field) -> El {
    let app = asked.app;
    let raw = asked.element().map(|element| element.raw.clone()).unwrap_or_default();
    let rows = raw.get("rows").and_then(Value::as_u64).unwrap_or(4).clamp(2, 12);
    let most = model.longest;
    let hint = raw.contains_key("placeholder").then(|| asked.words("placeholder")());
    let readers = move || match app.config.with_value(|config| config.privacy.readers.clone()) {
        Some(readers) => app.text(&readers),
        None => app.word("more.readers"),
    };
    let left = move || {
        let count = asked.value().as_ref().map(plain).unwrap_or_default().encode_utf16().count();
        match most.map(|most| most.saturating_sub(count)) {
            Some(left) if left < NEARLY_FULL => app.word_with("more.left", &left.to_string()),
            _ => String::new(),
        }
    };
    let readers_id = asked.part("readers");
    let input = el("textarea")
        .attr("rows", &rows.to_string())
        .attr("aria-describedby", &[asked.described(), readers_id.clone()].join(" "))
        .maybe("maxlength", most.map(|most| most.to_string()))
        .maybe("placeholder", hint)
        .value(move || asked.value().as_ref().map(plain).unwrap_or_default())
        .on("input", move |event| {
            let words = value_of(&event);
            asked.typed((!words.trim().is_empty()).then(|| words.into()));
        })
        .on("blur", move |event| asked.left(&event));
    let before = el("p").class("mc-hint").attr("id", &readers_id).live(readers);
    let after: View = el("p").class("mc-hint").attr("aria-live", "polite").live(left).view();
    asked.single(Some(before), input, after)
}
