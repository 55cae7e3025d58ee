//! One row below the heads.

use serde_json::{Map, Value};

use super::finding::{Code, Found, Place};
use super::heads::{Means, Table};

#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) table: &'a Table,
    pub(super) number: usize,
    cells: &'a [String],
}

impl Table {
    pub(super) fn each(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(number, cells)| Row { table: self, number: *number, cells })
    }
}

impl<'a> Row<'a> {
    fn filled(self) -> impl Iterator<Item = (usize, &'a Means, &'a str, &'a str)> {
        let cells = self.cells.iter().enumerate().zip(&self.table.heads);
        cells
            .filter(|((_, cell), _)| !cell.is_empty())
            .map(|((at, cell), (means, said))| (at, means, said.as_str(), cell.as_str()))
    }

    /// What stands in that column; the first, where it is there in several languages. `None`: nothing.
    pub(super) fn text(self, key: &str) -> Option<&'a str> {
        self.filled().find_map(|(_, means, _, cell)| {
            matches!(means, Means::Known(one, _) if *one == key).then_some(cell)
        })
    }

    /// Words: a text, or texts by language. The column without a language is `default` beside others.
    pub(super) fn words(self, key: &str) -> Option<Value> {
        let mut plain = None;
        let mut by_lang = Map::new();
        for (_, means, _, cell) in self.filled() {
            match means {
                Means::Known(one, None) if *one == key => plain = Some(cell),
                Means::Known(one, Some(lang)) if *one == key => {
                    drop(by_lang.insert(lang.clone(), cell.into()));
                }
                _ => {}
            }
        }
        match plain {
            Some(plain) if by_lang.is_empty() => return Some(plain.into()),
            Some(plain) => drop(by_lang.insert("default".to_owned(), plain.into())),
            None => {}
        }
        (!by_lang.is_empty()).then_some(Value::Object(by_lang))
    }

    /// The designer's own columns: head and cell.
    pub(super) fn own(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.filled().filter(|(_, means, _, _)| **means == Means::Own).map(|(_, _, said, cell)| (said, cell))
    }

    /// The cell of that column; the row where there is no such column.
    pub(super) fn place(self, key: &str) -> Place {
        let mut heads = self.table.heads.iter().enumerate();
        let at = heads.find(|(_, (means, _))| matches!(means, Means::Known(one, _) if *one == key));
        at.map_or_else(
            || Place::row(&self.table.sheet, self.number),
            |(at, (_, said))| Place::cell(&self.table.sheet, self.number, at, said),
        )
    }

    /// Tells what is wrong in that column.
    pub(super) fn tell(self, key: &str, code: Code, about: &[(&'static str, &str)], found: &mut Found) {
        found.add(code, self.place(key), about);
    }

    /// The members in `cs_json`, to be laid over what the other columns say; `null` takes a member away.
    pub(super) fn aside(self, found: &mut Found) -> Option<Map<String, Value>> {
        let text = self.text("cs_json")?;
        match serde_json::from_str(text) {
            Ok(Value::Object(members)) => Some(members),
            Ok(_) => {
                self.tell("cs_json", Code::NotJson, &[("value", text)], found);
                None
            }
            Err(error) => {
                self.tell("cs_json", Code::NotJson, &[("value", &error.to_string())], found);
                None
            }
        }
    }
}

/// Lays `aside` over `members`.
pub(super) fn lay(members: &mut Map<String, Value>, aside: Map<String, Value>) {
    for (name, value) in aside {
        if value.is_null() {
            members.shift_remove(&name);
        } else {
            members.insert(name, value);
        }
    }
}
