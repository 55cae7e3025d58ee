//! Rows or chips to choose from: native inputs that cover their label.

use mot_cua_survey::question::choice::Choice;
use serde_json::Value;

use super::Asked;
use crate::browser::checked_of;
use crate::html::{El, el};
use crate::rating;

/// Full-width rows, one to choose.
pub(crate) fn rows(asked: &Asked, choices: Vec<Choice>) -> El {
    one(asked, choices, "mc-rows")
}

/// Chips side by side, one to choose.
pub(crate) fn one(asked: &Asked, choices: Vec<Choice>, class: &'static str) -> El {
    let chosen = rating::value_of(asked.app, &asked.question.name);
    let labels = choices.into_iter().map(|choice| {
        let (app, name, value) = (asked.app, asked.question.name.clone(), choice.value.clone());
        let on = chosen.as_ref() == Some(&value);
        label(asked, choice, "radio", on, move |_| rating::answer(app, &name, Some(value.clone())))
    });
    el("div").class(class).add_all(labels)
}

/// One label; `pick` hears whether it is on.
pub(crate) fn label(
    asked: &Asked,
    choice: Choice,
    sort: &'static str,
    on: bool,
    pick: impl Fn(bool) + 'static,
) -> El {
    let app = asked.app;
    let input = el("input")
        .attr("type", sort)
        .attr("name", asked.id.as_str())
        .checked(move || on)
        .on("change", move |event| pick(checked_of(&event)));
    el("label")
        .class("mc-chip")
        .add(input)
        .add(el("span").live(move || app.lang.with(|lang| choice.words(lang))))
}

/// What a checkbox question holds now.
pub(crate) fn several(asked: &Asked) -> Vec<Value> {
    match rating::value_of(asked.app, &asked.question.name) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}
