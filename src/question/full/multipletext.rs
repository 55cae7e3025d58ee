//! Several lines under one title.

use mot_cua_survey::model::MultipleText;
use serde_json::{Map, Value};

use super::{Asked, typed};
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &MultipleText) -> El {
    let element = asked.element();
    let items = element.as_ref().and_then(|element| element.raw.get("items")).and_then(Value::as_array);
    let raw = |name: &str| {
        let mut all = items.map(Vec::as_slice).unwrap_or_default().iter().filter_map(Value::as_object);
        all.find(|item| item.get("name").and_then(Value::as_str) == Some(name)).cloned().unwrap_or_default()
    };
    let lines = model.lines.iter().enumerate().map(|(nth, line)| {
        let (raw, id) = (raw(&line.name), asked.part(&nth.to_string()));
        let (now, set) = (line.name.clone(), line.name.clone());
        let input = typed::input(
            asked,
            &line.field,
            &raw,
            move || asked.value()?.get(&now).cloned(),
            move |value| put(asked, &set, value),
        );
        let input = input
            .class("mc-input")
            .attr("id", &id)
            .maybe("aria-required", line.required.then(|| "true".to_owned()))
            .maybe("disabled", (!asked.is_open()).then(String::new));
        let words = asked.run().with(|session| session.words_in(asked.at, &raw, "title"));
        let mark = line.required.then(|| el("span").class("mc-must").live(asked.app.t("full.required")));
        let words = words.unwrap_or_else(|| line.name.clone());
        let label = el("label").attr("for", &id).text(&words).add_some(mark);
        el("div").class("mc-line").add(label).add(input)
    });
    asked.group(el("div").class("mc-group").add_all(lines))
}

fn put(asked: Asked, name: &str, value: Option<Value>) {
    let mut all = match asked.value_now() {
        Some(Value::Object(all)) => all,
        _ => Map::new(),
    };
    match value {
        Some(value) => drop(all.insert(name.to_owned(), value)),
        None => drop(all.shift_remove(name)),
    }
    asked.typed((!all.is_empty()).then_some(Value::Object(all)));
}
