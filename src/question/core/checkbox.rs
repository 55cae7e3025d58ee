//! Several of many: chips, in the order of the definition.

use mot_cua_survey::question::choice::Choice;
use serde_json::Value;

use super::Asked;
use super::choices::{label, several};
use crate::html::{El, el};
use crate::rating;

pub(crate) fn view(asked: &Asked, choices: Vec<Choice>) -> El {
    let chosen = several(asked);
    let order: Vec<Value> = choices.iter().map(|choice| choice.value.clone()).collect();
    let chips = choices.into_iter().map(|choice| {
        let (asked, order, value) = (asked.clone(), order.clone(), choice.value.clone());
        let on = chosen.contains(&value);
        let frame = asked.clone();
        label(&frame, choice, "checkbox", on, move |on| {
            let mut now = several(&asked);
            now.retain(|one| *one != value);
            if on {
                now.push(value.clone());
            }
            // As the definition has them, whatever the order of taps.
            let mut ordered = order.clone();
            ordered.retain(|one| now.contains(one));
            rating::answer(
                asked.app,
                &asked.question.name,
                (!ordered.is_empty()).then_some(Value::Array(ordered)),
            );
        })
    });
    asked.group(el("div").class("mc-chips").add_all(chips))
}
