//! A definition without the spellings that mean the same.

use serde_json::{Map, Value, json};

/// `None`: no survey.
pub(super) fn survey(survey: &Value) -> Option<Map<String, Value>> {
    let survey = holder(survey.as_object()?, 0)?;
    let pages = survey.get("pages").and_then(Value::as_array);
    let whole = pages.is_none_or(|pages| !pages.is_empty() && pages.iter().all(Value::is_object));
    (whole && (pages.is_some() || survey.contains_key("elements"))).then_some(survey)
}

/// Lists of elements, each with its path and the member it is in.
pub(super) fn children<'a>(
    holder: &'a Map<String, Value>,
    path: &str,
) -> Vec<(String, &'static str, &'a Map<String, Value>)> {
    for list in ["pages", "elements", "templateElements"] {
        if let Some(Value::Array(items)) = holder.get(list) {
            let all = items.iter().enumerate();
            return all
                .filter_map(|(at, item)| Some((format!("{path}{list}[{at}]"), list, item.as_object()?)))
                .collect();
        }
    }
    Vec::new()
}

/// Whether it is a panel, plain or repeated, that a sheet can hold as rows.
pub(super) fn holds(element: &Map<String, Value>) -> bool {
    let list = match element.get("type").and_then(Value::as_str) {
        Some("panel") => element.get("elements"),
        Some("paneldynamic") => element.get("templateElements"),
        _ => None,
    };
    list.is_some_and(Value::is_array)
}

/// `None`: deeper than a sheet can say.
fn holder(object: &Map<String, Value>, deep: usize) -> Option<Map<String, Value>> {
    if deep > 20 {
        return None;
    }
    let mut members = Map::new();
    for (name, value) in object {
        let name = if name == "questions" && !object.contains_key("elements") { "elements" } else { name };
        let value = match (name, value) {
            (_, Value::Null) => continue,
            ("pages" | "elements" | "templateElements", Value::Array(items)) => {
                let each = |item: &Value| match item {
                    Value::Object(item) => holder(item, deep + 1).map(Value::Object),
                    other => Some(other.clone()),
                };
                Value::Array(items.iter().map(each).collect::<Option<_>>()?)
            }
            ("choices" | "rateValues" | "rows" | "columns", Value::Array(items)) => {
                items.iter().map(|item| choice(item, name)).collect()
            }
            (_, value) => value.clone(),
        };
        members.insert(name.to_owned(), value);
    }
    Some(members)
}

fn choice(item: &Value, list: &str) -> Value {
    match item {
        Value::String(both) => match both.split_once('|') {
            Some((value, text)) if !value.is_empty() => json!({"value": value, "text": text}),
            _ => item.clone(),
        },
        // Names on a sheet are texts; that this one is a number stands aside, with the choice as an object.
        Value::Number(_) | Value::Bool(_) if list == "choices" => json!({"value": item}),
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
        other => other.clone(),
    }
}
