//! The sheet of choices.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::finding::{Code, Found};
use super::super::heads::{Means, Table};
use super::super::row::{Row, lay};

#[derive(Debug, Default)]
pub(in super::super) struct Lists {
    pub(in super::super) all: BTreeMap<String, Vec<Item>>,
    /// The designer's own columns, which a choice filter may name.
    pub(in super::super) columns: Vec<String>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Item {
    /// On the sheet.
    name: String,
    json: Value,
}

impl Lists {
    pub(super) fn of(table: &Table, found: &mut Found) -> Self {
        let own = table.heads.iter().filter(|(means, _)| *means == Means::Own);
        let mut lists = Self { all: BTreeMap::new(), columns: own.map(|(_, said)| said.clone()).collect() };
        for row in table.each() {
            let Some(list) = row.text("list_name") else {
                row.tell("list_name", Code::ChoiceWithoutList, &[], found);
                continue;
            };
            let items = lists.all.entry(list.to_owned()).or_default();
            match item(row, found) {
                None => row.tell("name", Code::ChoiceWithoutName, &[], found),
                Some(item) if items.iter().any(|one| one.name == item.name) => {
                    row.tell("name", Code::DoubleChoice, &[("value", &item.name), ("list", list)], found);
                }
                Some(item) => items.push(item),
            }
        }
        lists
    }

    /// As `choices` has them. `None`: no such list.
    pub(in super::super) fn choices(&self, list: &str) -> Option<Value> {
        Some(self.all.get(list)?.iter().map(|item| item.json.clone()).collect())
    }

    /// As `rateValues` has them: whole numbers are numbers.
    pub(in super::super) fn levels(&self, list: &str) -> Option<Value> {
        Some(self.all.get(list)?.iter().map(Item::level).collect())
    }

    /// The value that is stored for a choice of that name.
    pub(in super::super) fn value(&self, list: &str, name: &str) -> Option<Value> {
        let item = self.all.get(list)?.iter().find(|item| item.name == name)?;
        Some(item.json.get("value").unwrap_or(&item.json).clone())
    }
}

impl Lists {
    /// The name on the sheet of the choice with that value; the value as a text where there is none.
    pub(in super::super) fn named(&self, list: &str, value: &Value) -> String {
        let same = |item: &&Item| {
            let (json, level) = (&item.json, item.level());
            json.get("value").unwrap_or(json) == value || level.get("value").unwrap_or(&level) == value
        };
        let item = self.all.get(list).and_then(|items| items.iter().find(same));
        item.map_or_else(
            || value.as_str().map_or_else(|| value.to_string(), str::to_owned),
            |item| item.name.clone(),
        )
    }
}

/// `None`: no name.
pub(in super::super) fn item(row: Row, found: &mut Found) -> Option<Item> {
    let name = row.text("name")?.to_owned();
    let mut json = Map::new();
    json.insert("value".to_owned(), name.as_str().into());
    if let Some(label) = row.words("label") {
        json.insert("text".to_owned(), label);
    }
    for (head, cell) in row.own() {
        json.insert(head.to_owned(), cell.into());
    }
    let aside = row.aside(found);
    let bare = json.len() == 1 && aside.is_none();
    lay(&mut json, aside.unwrap_or_default());
    let json = if bare { Value::String(name.clone()) } else { Value::Object(json) };
    Some(Item { name, json })
}

impl Item {
    pub(in super::super) fn json(&self) -> &Value {
        &self.json
    }

    pub(in super::super) fn level(&self) -> Value {
        let number =
            |value: &Value| value.as_str().and_then(|text| text.parse::<i64>().ok()).map(Value::from);
        match &self.json {
            Value::Object(members) => {
                let mut members = members.clone();
                if let Some(value) = members.get_mut("value")
                    && let Some(number) = number(value)
                {
                    *value = number;
                }
                Value::Object(members)
            }
            value => number(value).unwrap_or_else(|| value.clone()),
        }
    }
}
