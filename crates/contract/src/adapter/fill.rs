//! Placeholders in the texts of a `submit`.

use serde_json::Value;

use crate::answer::Answer;
use crate::lean;

fn placeholder(name: &str, answer: &Answer) -> Option<Value> {
    Some(match name {
        "id" => Value::from(answer.id.clone()),
        "rev" => Value::from(answer.rev),
        "key" => Value::from([&answer.id, "-", &answer.rev.to_string()].concat()),
        "survey" => Value::from(answer.survey.clone()),
        "receipt" => Value::from(crate::receipt::receipt(&answer.id)?),
        "answer" => lean::parse(&answer.to_json())?,
        _ => answer.answers.get(name.strip_prefix("answers.")?).cloned().unwrap_or(Value::Null),
    })
}

/// Placeholders inside a longer text become text; in a URL only `{id}`, `{rev}`, `{key}`, `{survey}` are honoured, and all
/// of these are letters, digits and hyphens.
pub(super) fn fill_url(text: &str, answer: &Answer) -> String {
    ["id", "rev", "key", "survey"].iter().fold(text.to_owned(), |text, name| {
        let value = match placeholder(name, answer) {
            Some(Value::String(value)) => value,
            Some(value) => lean::write(&value),
            None => return text,
        };
        text.replace(&["{", name, "}"].concat(), &value)
    })
}

/// A string that is one placeholder becomes the typed value; one that holds some becomes text.
pub(super) fn fill_value(template: &Value, answer: &Answer) -> Value {
    match template {
        Value::String(text) => {
            let whole = text.strip_prefix('{').and_then(|t| t.strip_suffix('}'));
            whole
                .and_then(|name| placeholder(name, answer))
                .unwrap_or_else(|| Value::from(fill_url(text, answer)))
        }
        Value::Array(items) => Value::Array(items.iter().map(|item| fill_value(item, answer)).collect()),
        Value::Object(members) => Value::Object(
            members.iter().map(|(name, value)| (name.clone(), fill_value(value, answer))).collect(),
        ),
        other => other.clone(),
    }
}
