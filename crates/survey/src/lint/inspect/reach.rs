//! Elements and pages that no one will see.

use serde_json::Value;

use super::collect::{Survey, items, list};
use super::{Code, Found};
use crate::expression::{Datum, Expression, Op};

pub(super) fn check(survey: &Survey, found: &mut Found) {
    if survey.asked().next().is_none() {
        found.add(Code::NoQuestion, "", &[]);
    }
    if survey.parts.len() > crate::model::MOST_ELEMENTS {
        found.add(Code::TooManyElements, "", &[("most", &crate::model::MOST_ELEMENTS.to_string())]);
    }
    let shown: Vec<String> = items(survey.raw, "triggers", "")
        .into_iter()
        .flat_map(|(_, trigger)| list(trigger, "questions").iter().chain(list(trigger, "pages")))
        .filter_map(|name| name.as_str().map(str::to_lowercase))
        .collect();
    for (id, part) in survey.parts.iter().enumerate() {
        let condition =
            part.raw.get("visibleIf").and_then(Value::as_str).and_then(|text| Expression::parse(text).ok());
        let never = match &condition {
            Some(condition) => {
                matches!(condition.program().ops.as_slice(), [Op::Constant(Datum::Bool(false))])
            }
            None => part.raw.get("visible") == Some(&Value::Bool(false)),
        };
        // Hidden on purpose: it holds a value that something sets.
        let holds =
            ["defaultValue", "defaultValueExpression", "setValueExpression", "expression", "valueName"]
                .iter()
                .any(|member| part.raw.contains_key(*member));
        let page = part.kind == "page";
        if never && !holds && !shown.contains(&part.name.to_lowercase()) {
            let code = if page { Code::UnreachablePage } else { Code::NeverVisible };
            found.add(code, &part.path, &[("name", part.name)]);
        }
        if page && !survey.parts.iter().any(|other| other.parent == Some(id)) {
            found.add(Code::EmptyPage, &part.path, &[("name", part.name)]);
        }
        let asks = !matches!(part.kind, "page" | "panel" | "html" | "image" | "expression" | "paneldynamic");
        let hidden = part.raw.get("titleLocation").is_some_and(|place| place == "hidden")
            || part.raw.get("visible") == Some(&Value::Bool(false));
        if asks && !hidden && part.raw.get("title").is_none() && !part.name.is_empty() {
            found.add(Code::NoTitle, &part.path, &[("name", part.name)]);
        }
    }
}
