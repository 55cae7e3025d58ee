//! Whether two definitions say the same.

use mot_cua_survey::expression::Expression;
use serde_json::{Map, Value};

/// The first place where they do not. Expressions are the same where they compile to the same; so are the spellings that the
/// writer does not keep.
pub(crate) fn difference(a: &Value, b: &Value) -> Option<String> {
    differ(&plain(a), &plain(b), "")
}

fn differ(a: &Value, b: &Value, path: &str) -> Option<String> {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let names = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name)));
            names.into_iter().find_map(|name| {
                let (a, b) = (a.get(name).unwrap_or(&Value::Null), b.get(name).unwrap_or(&Value::Null));
                differ(a, b, &format!("{path}.{name}"))
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(at, (a, b))| differ(a, b, &format!("{path}[{at}]")))
        }
        (Value::String(one), Value::String(other)) if one != other => {
            let same = match (Expression::parse(one), Expression::parse(other)) {
                (Ok(one), Ok(other)) => one.program() == other.program(),
                _ => false,
            };
            (!same).then(|| format!("{path}: {a} / {b}"))
        }
        _ => (a != b).then(|| format!("{path}: {a} / {b}")),
    }
}

/// `questions` as `elements`, `"a|words"` as an object, a bare number among choices too.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut out = Map::new();
            for (name, value) in members.iter().filter(|(_, value)| !value.is_null()) {
                let lists = ["choices", "rateValues", "rows", "columns"];
                let name = if name == "questions" { "elements" } else { name };
                let value = match value {
                    Value::Array(items) if lists.contains(&name) => {
                        items.iter().map(|item| choice(item, name)).collect()
                    }
                    other => plain(other),
                };
                out.insert(name.to_owned(), value);
            }
            Value::Object(out)
        }
        Value::Array(items) => items.iter().map(plain).collect(),
        other => other.clone(),
    }
}

fn choice(item: &Value, list: &str) -> Value {
    match item {
        Value::String(both) if both.contains('|') => {
            let (value, text) = both.split_once('|').unwrap();
            serde_json::json!({"value": value, "text": text})
        }
        Value::Number(_) | Value::Bool(_) if list == "choices" => serde_json::json!({"value": item}),
        other => plain(other),
    }
}
