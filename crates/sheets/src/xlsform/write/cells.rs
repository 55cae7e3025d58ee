//! The cells of a row, and rows as a sheet.

use serde_json::{Map, Value};

use super::super::book::{Book, Sheet};
use super::super::finding::{Code, Found, Place, letters};
use super::super::heads::{Means, Table};
use super::super::language;
use crate::xlsx::MOST_UNITS;

pub(super) const SURVEY_ORDER: [&str; 17] = [
    "type",
    "name",
    "label",
    "hint",
    "required",
    "required_message",
    "relevant",
    "constraint",
    "constraint_message",
    "default",
    "calculation",
    "choice_filter",
    "appearance",
    "read_only",
    "parameters",
    "repeat_count",
    "cs_json",
];
pub(super) const CHOICES_ORDER: [&str; 4] = ["list_name", "name", "label", "cs_json"];
pub(super) const SETTINGS_ORDER: [&str; 7] =
    ["form_title", "cs_title", "cs_description", "form_id", "version", "default_language", "cs_json"];

/// What stands in a row, and in which column.
#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    all: Vec<(Means, String, String)>,
}

impl Cells {
    pub(super) fn put(&mut self, key: &'static str, cell: impl Into<String>) {
        self.all.push((Means::Known(key, None), key.to_owned(), cell.into()));
    }

    /// Words of a language.
    pub(super) fn put_in(&mut self, key: &'static str, lang: &str, cell: impl Into<String>) {
        let said = format!("{key}::{}", language::head(lang));
        self.all.push((Means::Known(key, Some(lang.to_owned())), said, cell.into()));
    }

    /// In a column of the designer's own.
    pub(super) fn put_own(&mut self, head: &str, cell: &str) {
        self.all.push((Means::Own, head.to_owned(), cell.to_owned()));
    }

    pub(super) fn take(&mut self, key: &str) {
        self.all.retain(|(means, _, _)| !matches!(means, Means::Known(one, _) if *one == key));
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.all.iter().any(|(means, _, _)| matches!(means, Means::Known(one, _) if *one == key))
    }

    /// The heads of the designer's own columns.
    pub(super) fn own(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|(means, _, _)| *means == Means::Own).map(|(_, said, _)| said.as_str())
    }

    /// Members that other columns do not say.
    pub(super) fn put_aside(&mut self, aside: &Map<String, Value>) {
        if !aside.is_empty() {
            self.put("cs_json", Value::Object(aside.clone()).to_string());
        }
    }

    /// The row alone, to be read back as it will be: without blanks around the cells.
    pub(super) fn table(&self) -> Table {
        let heads = self.all.iter().map(|(means, said, _)| (means.clone(), said.clone())).collect();
        let cells = self.all.iter().map(|(_, _, cell)| cell.trim().to_owned()).collect();
        Table { sheet: String::new(), heads, rows: vec![(1, cells)] }
    }
}

/// Rows below their heads. The first three columns are always there, the rest where something stands in it.
pub(super) fn sheet(name: &str, rows: &[Cells], order: &[&str]) -> Sheet {
    let mut heads: Vec<(usize, String)> = Vec::new();
    for (means, said, _) in rows.iter().flat_map(|row| &row.all) {
        // The designer's own columns stand before the last of ours.
        let rank = match means {
            Means::Known(key, _) => order.iter().position(|one| one == key).unwrap_or_default(),
            _ => order.len() - 1,
        };
        if !heads.iter().any(|(_, one)| one == said) {
            heads.push((rank, said.clone()));
        }
    }
    for (rank, key) in order.iter().enumerate().take(if name == "settings" { 0 } else { 3 }) {
        if !heads.iter().any(|(one, _)| *one == rank) {
            heads.push((rank, (*key).to_owned()));
        }
    }
    heads.sort_by_key(|(rank, said)| (*rank, said == "cs_json"));
    let line = |row: &Cells| {
        let cell = |(_, head): &(usize, String)| {
            row.all.iter().find(|(_, said, _)| said == head).map(|(_, _, cell)| cell.clone())
        };
        heads.iter().map(|head| cell(head).unwrap_or_default()).collect::<Vec<_>>()
    };
    let first = heads.iter().map(|(_, said)| said.clone()).collect::<Vec<_>>();
    let all = std::iter::once(first).filter(|first| !first.is_empty()).chain(rows.iter().map(line));
    Sheet { name: name.to_owned(), rows: (1..).zip(all).collect() }
}

/// Tells of texts that Excel's cells do not hold.
pub(super) fn too_long(book: &Book, found: &mut Found) {
    for sheet in [&book.survey, &book.choices, &book.settings] {
        for (number, cells) in &sheet.rows {
            for (column, cell) in cells.iter().enumerate() {
                let count = cell.encode_utf16().count();
                if count > MOST_UNITS {
                    let head = sheet
                        .rows
                        .first()
                        .and_then(|(_, heads)| heads.get(column))
                        .cloned()
                        .unwrap_or_default();
                    let about = [
                        ("name", &*format!("{}{number}", letters(column))),
                        ("count", &*count.to_string()),
                        ("most", &*MOST_UNITS.to_string()),
                    ];
                    found.add(Code::TooLong, Place::cell(&sheet.name, *number, column, &head), &about);
                }
            }
        }
    }
}
