//! The choices of a question, the levels of a rating.

use serde_json::{Map, Value, json};

use super::text;

/// One choice, as it is edited.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    /// As it is stored with an answer.
    pub(crate) value: Value,
    pub(crate) raw: Map<String, Value>,
}

/// Which member holds the choices. `None`: such a question has none.
pub(crate) fn member(question: &Map<String, Value>) -> Option<&'static str> {
    match question.get("type").and_then(Value::as_str)? {
        "rating" => Some("rateValues"),
        "radiogroup" | "checkbox" | "dropdown" | "tagbox" | "ranking" => Some("choices"),
        _ => None,
    }
}

/// All of them, whichever way they are spelled.
pub(crate) fn read(question: &Map<String, Value>) -> Vec<Choice> {
    let list = member(question).and_then(|member| question.get(member)?.as_array());
    list.into_iter().flatten().map(one).collect()
}

fn one(item: &Value) -> Choice {
    match item {
        Value::Object(raw) => {
            Choice { value: raw.get("value").cloned().unwrap_or_default(), raw: raw.clone() }
        }
        Value::String(words) => {
            let (value, words) = words.split_once('|').unwrap_or((words, ""));
            let mut raw = json!({"value": value}).as_object().cloned().unwrap_or_default();
            text::set(&mut raw, "text", "vi", words);
            Choice { value: value.into(), raw }
        }
        other => Choice {
            value: other.clone(),
            raw: json!({"value": other}).as_object().cloned().unwrap_or_default(),
        },
    }
}

/// Changes the list; nothing where such a question has none.
pub(crate) fn change(question: &mut Map<String, Value>, act: impl FnOnce(&mut Vec<Choice>)) {
    let Some(member) = member(question) else { return };
    let mut all = read(question);
    act(&mut all);
    let list = all.into_iter().map(|choice| Value::Object(choice.raw)).collect();
    question.insert(member.to_owned(), Value::Array(list));
}

/// A choice behind the others, with a value that none of them has.
pub(crate) fn add(all: &mut Vec<Choice>) {
    let free = |number: &usize| !all.iter().any(|one| shown(&one.value) == number.to_string());
    let value = (all.len() + 1..=2 * all.len() + 1).find(free).unwrap_or_default();
    all.push(one(&json!({"value": value, "text": value.to_string()})));
}

/// What was typed as a value: a number stays one.
pub(crate) fn typed(value: &str) -> Value {
    match value.trim().parse::<i64>() {
        Ok(number) if number.to_string() == value.trim() => number.into(),
        _ => value.trim().into(),
    }
}

/// A value as it is typed.
pub(crate) fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn every_spelling_is_read_and_members_without_a_field_stay() {
        let question =
            json!({"type": "checkbox", "choices": ["a", "b|Bê", 3, {"value": "c", "visibleIf": "{x} = 1"}]});
        let mut question = question.as_object().cloned().unwrap();
        let all = read(&question);
        assert_eq!(all.iter().map(|one| shown(&one.value)).collect::<Vec<_>>(), ["a", "b", "3", "c"]);
        change(&mut question, add);
        let expected = json!([{"value": "a"}, {"value": "b", "text": "Bê"}, {"value": 3}, {"value": "c", "visibleIf": "{x} = 1"}, {"value": 5, "text": "5"}]);
        assert_eq!(question["choices"], expected);
        assert_eq!((typed("05"), typed(" 7 ")), (json!("05"), json!(7)));
    }
}
