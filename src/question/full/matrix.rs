//! The same choice for each of several rows: one small question after another, never a table to push sideways.

use mot_cua_survey::session::Offer;
use serde_json::{Map, Value};

use super::Asked;
use super::choices::{class_for, label, radio};
use crate::html::{El, el};
use crate::rating::plain;

#[inline(never)]
pub(crate) fn view(asked: Asked, rows: Vec<Offer>, columns: &[Offer]) -> El {
    let class = class_for(asked, columns);
    let all = rows.iter().enumerate().map(|(nth, row)| one_row(asked, nth, row, columns, class));
    asked.group(el("div").class("mc-matrix").add_all(all))
}

fn one_row(asked: Asked, nth: usize, row: &Offer, columns: &[Offer], class: &'static str) -> El {
    let (key, name) = (plain(&row.value), asked.part(&nth.to_string()));
    let labels = columns.iter().enumerate().map(|(at, column)| {
        let (now, set) = (key.clone(), key.clone());
        let (on, value) = (column.value.clone(), column.value.clone());
        let input = radio(asked, &name, &at.to_string(), column)
            .checked(move || {
                asked.slot.value.with(|value| value.as_ref().and_then(|value| value.get(&now)) == Some(&on))
            })
            .on("change", move |_| put(asked, &set, value.clone()));
        label(input, &column.words)
    });
    el("fieldset")
        .class("mc-row")
        .add(el("legend").text(&row.words))
        .add(el("div").class(class).add_all(labels))
}

fn put(asked: Asked, row: &str, value: Value) {
    let mut all = match asked.value_now() {
        Some(Value::Object(all)) => all,
        _ => Map::new(),
    };
    all.insert(row.to_owned(), value);
    asked.answer(Some(Value::Object(all)));
}
