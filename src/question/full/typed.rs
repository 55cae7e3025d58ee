//! One line that is typed, for questions and for parts of them.

use mot_cua_contract::lean;
use mot_cua_survey::model::Field;
use serde_json::{Map, Value};

use std::cell::RefCell;
use std::rc::Rc;

use super::Asked;
use crate::browser::value_of;
use crate::html::{El, el};
use crate::rating::plain;

/// What browsers draw by themselves; anything else is words.
const SORTS: [&str; 10] =
    ["color", "date", "datetime-local", "email", "month", "password", "tel", "time", "url", "week"];

/// `raw` has its placeholder; `now` is read in a reactive closure, `set` hears every letter.
pub(crate) fn input(
    asked: Asked,
    field: &Field,
    raw: &Map<String, Value>,
    now: impl Fn() -> Option<Value> + 'static,
    set: impl Fn(Option<Value>) + 'static,
) -> El {
    let number = field.is_number();
    // A number field would drop what it does not understand, and with it what the citizen typed.
    let sort = SORTS.iter().find(|sort| **sort == field.sort).copied().unwrap_or("text");
    let hint = raw.contains_key("placeholder").then(|| {
        asked.run().with(|session| session.words_in(asked.at, raw, "placeholder")).unwrap_or_default()
    });
    // What is typed stays as it was typed, while it means what is kept: "1,50" is 1.5.
    let typed = Rc::new(RefCell::new(String::new()));
    let seen = Rc::clone(&typed);
    let shown = move || {
        let now = now();
        let last = seen.borrow().clone();
        if meant(number, &last) == now { last } else { now.as_ref().map(plain).unwrap_or_default() }
    };
    el("input")
        .attr("type", sort)
        .attr("aria-describedby", &asked.described())
        .maybe("inputmode", number.then(|| "decimal".to_owned()))
        .maybe("maxlength", field.longest.map(|most| most.to_string()))
        .maybe("min", field.least.as_ref().filter(|_| !number).map(plain))
        .maybe("max", field.most.as_ref().filter(|_| !number).map(plain))
        .maybe("placeholder", hint)
        .maybe("autocomplete", text_of(raw, "autocomplete"))
        .value(shown)
        .on("input", move |event| {
            let words = value_of(&event);
            let value = meant(number, &words);
            *typed.borrow_mut() = words;
            set(value);
        })
        .on("blur", move |event| asked.left(&event))
}

/// A day as people write it: 22/11/2026. What is no day stays as it is.
pub(crate) fn day(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
            [*day, *month, *year].join("/")
        }
        _ => iso.to_owned(),
    }
}

fn text_of(raw: &Map<String, Value>, name: &str) -> Option<String> {
    raw.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// A number as a number, with the comma that Vietnamese uses; what is none stays text, and is named at "go on".
#[allow(clippy::fn_params_excessive_bools, reason = "one fact of the field")]
fn meant(number: bool, words: &str) -> Option<Value> {
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return None;
    }
    if number && let Some(number @ Value::Number(_)) = lean::parse(&trimmed.replace(',', ".")) {
        return Some(number);
    }
    Some(words.into())
}
