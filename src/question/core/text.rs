//! One line: words, a number, a date, an address, a telephone number.

use mot_cua_contract::lean;
use mot_cua_survey::question::text::{Input, Sort};
use serde_json::Value;

use super::Asked;
use crate::browser::value_of;
use crate::html::{El, el};
use crate::rating;

pub(crate) fn view(asked: &Asked, model: &Input) -> El {
    let (app, name, sort) = (asked.app, asked.question.name.clone(), model.sort);
    let old = rating::text_of(app, &name);
    let hint = model.placeholder.clone();
    let input = el("input")
        // A number field would drop what it does not understand, and with it what the citizen typed.
        .attr("type", if sort == Sort::Number { "text" } else { sort.as_str() })
        .attr("aria-describedby", &asked.described())
        .maybe("inputmode", (sort == Sort::Number).then(|| "decimal".to_owned()))
        .maybe("maxlength", model.max_length.map(|most| most.to_string()))
        .maybe("min", model.min.as_ref().map(rating::plain))
        .maybe("max", model.max.as_ref().map(rating::plain))
        .live_attr("placeholder", move || hint.as_ref().map(|hint| app.text(hint)))
        .value(move || old.clone())
        .on("input", move |event| {
            let words = value_of(&event);
            rating::answer(app, &name, (!words.trim().is_empty()).then(|| typed(sort, words)));
        });
    asked.single(None, input, None)
}

/// A number as a number, with the comma that Vietnamese uses; what is none stays text and is named at "done".
fn typed(sort: Sort, words: String) -> Value {
    if sort == Sort::Number
        && let Some(number @ Value::Number(_)) = lean::parse(&words.trim().replace(',', "."))
    {
        return number;
    }
    words.into()
}
