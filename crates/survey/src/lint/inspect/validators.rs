//! Validators: of a known type, that can fail.

use serde_json::Value;

use super::collect::{Part, Survey, items};
use super::{Code, Found};
use crate::lint::nearest;
use crate::pattern::{Case, Pattern};

const TYPES: [&str; 6] = ["numeric", "text", "regex", "email", "answercount", "expression"];

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for (_, part) in survey.asked() {
        let lines = items(part.raw, "items", &format!("{}.", part.path));
        for (path, line) in lines {
            for (path, validator) in items(line, "validators", &format!("{path}.")) {
                one(part, validator, &path, found);
            }
        }
        for (path, validator) in items(part.raw, "validators", &format!("{}.", part.path)) {
            one(part, validator, &path, found);
        }
    }
}

fn one(part: &Part, validator: &serde_json::Map<String, Value>, path: &str, found: &mut Found) {
    let kind = validator.get("type").and_then(Value::as_str).unwrap_or_default();
    let kind = kind.strip_suffix("validator").unwrap_or(kind);
    if !TYPES.contains(&kind) {
        let meant = nearest::to(kind, TYPES.into_iter()).unwrap_or_default();
        return found.add(Code::ValidatorType, &format!("{path}.type"), &[("name", kind), ("meant", meant)]);
    }
    let has = |name: &str| validator.get(name).is_some_and(|value| !value.is_null() && *value != 0);
    let several = matches!(part.kind, "checkbox" | "tagbox" | "ranking");
    let dead = match kind {
        "text" => {
            !has("minLength")
                && !has("maxLength")
                && validator.get("allowDigits") != Some(&Value::Bool(false))
        }
        "answercount" => !several || (!has("minCount") && !has("maxCount")),
        "regex" => !has("regex"),
        "expression" => !has("expression"),
        "numeric" | "email" => several,
        _ => false,
    };
    if dead {
        found.add(Code::DeadValidator, path, &[("name", kind)]);
    }
    if let Some(text) = validator.get("regex").and_then(Value::as_str)
        && Pattern::new(text, Case::Minds).is_none()
    {
        found.add(Code::Pattern, &format!("{path}.regex"), &[("value", text)]);
    }
    let number = |name: &str| validator.get(name).and_then(Value::as_f64).filter(|number| *number != 0.0);
    for (least, most) in [("minValue", "maxValue"), ("minLength", "maxLength"), ("minCount", "maxCount")] {
        if let (Some(a), Some(b)) = (number(least), number(most))
            && a > b
        {
            found.add(
                Code::CountContradiction,
                &format!("{path}.{least}"),
                &[("least", &a.to_string()), ("most", &b.to_string())],
            );
        }
    }
}
