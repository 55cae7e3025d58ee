//! The sheet of choices: a list for each set of choices, shared by the questions that have the same.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::super::finding::Found;
use super::super::read::choices::{Item, Lists, item};
use super::canonical::{children, holds};
use super::cells::Cells;
use super::look::{Word, word};
use super::register::{Called, unique};
use super::words;

/// Choices as JSON, and the member they are in → the list.
pub(super) type Used = BTreeMap<(&'static str, String), String>;

/// The lists as they will be read, their rows, and who uses which.
pub(super) fn all(survey: &Map<String, Value>, called: &Called) -> (Lists, Vec<Cells>, Used) {
    let mut lists = Lists::default();
    let mut rows = Vec::new();
    let mut used = Used::new();
    let mut open = children(survey, "");
    open.reverse();
    while let Some((path, list, element)) = open.pop() {
        if list == "pages" || holds(element) {
            let mut inside = children(element, &format!("{path}."));
            inside.reverse();
            open.extend(inside);
            continue;
        }
        let Word::Choose(_, member) = word(element) else { continue };
        let Some(Value::Array(items)) = element.get(member) else { continue };
        let key = (member, Value::Array(items.clone()).to_string());
        let name = called.get(&path).cloned().unwrap_or_default();
        if used.contains_key(&key) {
            continue;
        }
        let mut taken = BTreeSet::new();
        let read = items.iter().filter_map(|choice| row(choice, member, &name, &mut taken, &mut rows));
        lists.all.insert(name.clone(), read.collect());
        used.insert(key, name);
    }
    let own = rows.iter().flat_map(|row: &Cells| row.own().map(str::to_owned).collect::<Vec<_>>());
    let own: BTreeSet<String> = own.collect();
    lists.columns = own.into_iter().collect();
    (lists, rows, used)
}

/// A choice's value as a text; empty where it has none.
pub(super) fn name(choice: &Value) -> String {
    match choice.get("value").unwrap_or(choice) {
        Value::String(text) => text.clone(),
        value @ (Value::Number(_) | Value::Bool(_)) => value.to_string(),
        _ => String::new(),
    }
}

fn row(
    choice: &Value,
    member: &str,
    list: &str,
    taken: &mut BTreeSet<String>,
    rows: &mut Vec<Cells>,
) -> Option<Item> {
    let mut cells = Cells::default();
    cells.put("list_name", list);
    let wanted = name(choice);
    let plain = !wanted.contains(char::is_whitespace) && taken.insert(wanted.to_lowercase());
    cells.put("name", if plain { wanted } else { unique(&wanted, taken) });
    if let Some(text) = choice.get("text") {
        words::put("label", text, &mut cells);
    }
    for (name, value) in choice.as_object().into_iter().flatten() {
        let own = !["value", "text", "visibleIf", "enableIf"].contains(&name.as_str());
        if let Value::String(text) = value
            && own
            && super::super::heads::is_own(name)
        {
            cells.put_own(name, text);
        }
    }
    let read = |cells: &Cells| {
        let table = cells.table();
        table.each().next().and_then(|row| item(row, &mut Found::default()))
    };
    let back = |item: &Item| if member == "rateValues" { item.level() } else { item.json().clone() };
    let aside = match (choice, read(&cells).map(|item| back(&item))) {
        (choice, Some(back)) if back == *choice => None,
        (Value::Object(choice), Some(Value::Object(back))) => Some(words::difference(choice, &back)),
        // The bare name would be read as a bare value.
        (Value::Object(choice), _) => {
            let value = choice.iter().filter(|(member, value)| *member != "value" || !value.is_string());
            Some(value.map(|(name, value)| (name.clone(), value.clone())).collect())
        }
        // A bare value that is no name.
        (value, _) => Some([("value".to_owned(), value.clone())].into_iter().collect()),
    };
    if let Some(aside) = aside {
        cells.put("cs_json", Value::Object(aside).to_string());
    }
    let item = read(&cells);
    rows.push(cells);
    item
}
