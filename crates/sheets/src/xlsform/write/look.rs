//! Which type a question has on a sheet, and how it looks.

use serde_json::{Map, Value};

use super::cells::Cells;

/// The column `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Plain(&'static str),
    /// And the member that holds the list.
    Choose(&'static str, &'static str),
}

type Members = Map<String, Value>;

fn text<'a>(element: &'a Members, name: &str) -> &'a str {
    element.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What a sheet has no type for is a note, with all of it aside.
pub(super) fn word(element: &Members) -> Word {
    let listed = |name: &str| {
        let items = element.get(name).and_then(Value::as_array);
        items.is_some_and(|items| {
            !items.is_empty() && items.iter().all(|item| !super::lists::name(item).is_empty())
        })
    };
    let choose = |word, list| if listed(list) { Word::Choose(word, list) } else { Word::Plain("note") };
    match text(element, "type") {
        "text" if element.get("visible") == Some(&Value::Bool(false)) => Word::Plain("hidden"),
        "text" => Word::Plain(match text(element, "inputType") {
            "number" if element.get("step") == Some(&Value::from(1)) => "integer",
            "number" => "decimal",
            "date" => "date",
            "time" => "time",
            "datetime-local" => "dateTime",
            _ => "text",
        }),
        "comment" | "expression" => Word::Plain("text"),
        "radiogroup" | "dropdown" => choose("select_one", "choices"),
        "checkbox" | "tagbox" => choose("select_multiple", "choices"),
        "ranking" => choose("rank", "choices"),
        "rating" if element.contains_key("rateValues") => choose("select_one", "rateValues"),
        "rating" => Word::Plain("range"),
        "boolean" => Word::Plain("acknowledge"),
        "file" => Word::Plain("image"),
        _ => Word::Plain("note"),
    }
}

/// `appearance` and `parameters`.
pub(super) fn cells(element: &Members, cells: &mut Cells) {
    let mut words: Vec<String> = Vec::new();
    let mut parameters: Vec<String> = Vec::new();
    match text(element, "type") {
        "comment" => {
            words.push("multiline".to_owned());
            parameters.extend(
                element.get("rows").filter(|rows| rows.is_number()).map(|rows| format!("rows={rows}")),
            );
        }
        "text" => match text(element, "inputType") {
            "tel" => words.push("numbers".to_owned()),
            sort @ ("email" | "url") => words.push(sort.to_owned()),
            _ => {}
        },
        "dropdown" | "tagbox" => words.push("minimal".to_owned()),
        "rating" => {
            let range = !element.contains_key("rateValues");
            words.extend((!range).then(|| "likert".to_owned()));
            match text(element, "rateType") {
                "stars" => words.push(if range { "rating" } else { "stars" }.to_owned()),
                "smileys" => words.push("smileys".to_owned()),
                _ => {}
            }
            if range {
                let number =
                    |name: &str, usual: i64| element.get(name).and_then(Value::as_i64).unwrap_or(usual);
                let (start, end, step) = (number("rateMin", 1), number("rateMax", 5), number("rateStep", 1));
                parameters.push(format!("start={start} end={end} step={step}"));
            }
        }
        _ => {}
    }
    if element.contains_key("choices") && matches!(word(element), Word::Choose(..)) {
        match element.get("colCount").and_then(Value::as_u64) {
            Some(0) => words.push("columns".to_owned()),
            Some(count) => words.push(format!("columns-{count}")),
            None => {}
        }
        if text(element, "choicesOrder") == "random" {
            parameters.push("randomize=true".to_owned());
        }
    }
    for (key, list) in [("appearance", words), ("parameters", parameters)] {
        if !list.is_empty() {
            cells.put(key, list.join(" "));
        }
    }
}
