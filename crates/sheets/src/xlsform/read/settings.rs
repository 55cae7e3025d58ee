//! The sheet of settings: one row.

use serde_json::{Map, Value};

use super::super::finding::{Code, Found};
use super::super::heads::Table;
use super::super::language;
use super::super::row::Row;

/// What the survey's own members are; and what is laid over them at the end.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) members: Map<String, Value>,
    pub(super) aside: Map<String, Value>,
}

pub(super) fn read(table: &Table, found: &mut Found) -> Settings {
    let Some(row) = table.each().next() else { return Settings::default() };
    Settings { members: members(row, found), aside: row.aside(found).unwrap_or_default() }
}

fn members(row: Row, found: &mut Found) -> Map<String, Value> {
    let mut members = Map::new();
    if let Some(title) = row.words("cs_title").or_else(|| row.words("form_title")) {
        members.insert("title".to_owned(), title);
    }
    if let Some(description) = row.words("cs_description") {
        members.insert("description".to_owned(), description);
    }
    if let Some(said) = row.text("default_language") {
        match language::code(said) {
            Some(code) => drop(members.insert("locale".to_owned(), code.into())),
            None => row.tell("default_language", Code::UnknownLanguage, &[("name", said)], found),
        }
    }
    if let Some(version) = row.text("version") {
        members.insert("version".to_owned(), version.into());
    }
    members
}
