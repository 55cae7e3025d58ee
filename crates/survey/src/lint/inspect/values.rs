//! Values that a definition gives: they are among the choices.

use serde_json::Value;

use super::collect::{Survey, list};
use super::conditions::values;
use super::{Code, Found, short};
use crate::expression::{Datum, Order, equal};

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for (_, part) in survey.asked() {
        let choices = values(list(part.raw, "choices"));
        let opens = [
            "choicesByUrl",
            "choicesFromQuestion",
            "showOtherItem",
            "hasOther",
            "choicesMin",
            "valuePropertyName",
            "showNoneItem",
            "hasNone",
            "showRefuseItem",
            "showDontKnowItem",
        ];
        let closed = !choices.is_empty() && !opens.iter().any(|member| part.raw.contains_key(*member));
        for member in ["defaultValue", "correctAnswer"] {
            let Some(value) = part.raw.get(member).filter(|_| closed) else { continue };
            if value.as_str().is_some_and(|text| text.starts_with('=')) {
                continue;
            }
            let given = match value {
                Value::Array(items) => items.iter().collect(),
                one => vec![one],
            };
            for one in given {
                let datum = Datum::from(one);
                if !choices.iter().any(|choice| equal(choice, &datum, Order::Any)) {
                    found.add(
                        Code::NotAChoice,
                        &format!("{}.{member}", part.path),
                        &[("name", part.name), ("value", &short(one))],
                    );
                }
            }
        }
    }
}
