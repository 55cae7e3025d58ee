//! New questions, and names that nobody has yet.

use serde_json::{Value, json};

/// What can be added.
pub(crate) const KINDS: [&str; 7] =
    ["rating", "radiogroup", "checkbox", "boolean", "text", "comment", "html"];

/// A question of that type, ready to be written on. Its words are the designer's to write.
pub(super) fn question(kind: &str, taken: &[String]) -> Value {
    let name = name("q", taken);
    match kind {
        "rating" => json!({"type": kind, "name": name, "rateType": "smileys", "rateValues": levels()}),
        "radiogroup" | "checkbox" => json!({"type": kind, "name": name, "choices": choices(2)}),
        "html" => json!({"type": kind, "name": name, "html": ""}),
        _ => json!({"type": kind, "name": name}),
    }
}

/// As the questionnaires that come with the product word them.
fn levels() -> Vec<Value> {
    let words = [
        ("Rất không hài lòng", "Very dissatisfied"),
        ("Không hài lòng", "Dissatisfied"),
        ("Bình thường", "Neutral"),
        ("Hài lòng", "Satisfied"),
        ("Rất hài lòng", "Very satisfied"),
    ];
    let level = |(value, (vi, en))| json!({"value": value, "text": {"vi": vi, "en": en}});
    (1..).zip(words).map(level).collect()
}

fn choices(count: usize) -> Vec<Value> {
    (1..=count).map(|value| json!({"value": value, "text": value.to_string()})).collect()
}

/// `q1`, `q2`, …: the first that is free.
pub(super) fn name(stem: &str, taken: &[String]) -> String {
    let free = |name: &String| !taken.iter().any(|one| one.eq_ignore_ascii_case(name));
    (1..=taken.len() + 1).map(|number| [stem, &number.to_string()].concat()).find(free).unwrap_or_default()
}

/// Names of a question and of all inside it.
pub(super) fn names(one: &Value, into: &mut Vec<String>) {
    into.extend(one.get("name").and_then(Value::as_str).map(str::to_owned));
    for inner in
        ["elements", "templateElements"].iter().filter_map(|member| one.get(member)?.as_array()).flatten()
    {
        names(inner, into);
    }
}

/// The same under names that nobody has; they are noted in `taken`.
pub(super) fn renamed(one: &Value, taken: &mut Vec<String>) -> Value {
    let mut copy = one.clone();
    let Some(object) = copy.as_object_mut() else { return copy };
    if object.contains_key("name") {
        let name = name("q", taken);
        taken.push(name.clone());
        object.insert("name".to_owned(), name.into());
    }
    for member in ["elements", "templateElements"] {
        if let Some(Value::Array(inner)) = object.get_mut(member) {
            for one in inner {
                *one = renamed(one, taken);
            }
        }
    }
    copy
}
