//! Records → index.

use std::collections::{BTreeMap, BTreeSet};

use super::Index;
use super::columns::{Columns, VERSION};
use super::forms::mentioned;
use crate::fold::fold;
use crate::model::Procedure;
use crate::search::default_everyday;

impl Index {
    /// The index of these records, in whatever order they come. Of records with the same code the first is taken;
    /// `mot-cua check` and the import report the others.
    pub fn build(procedures: &[Procedure]) -> Self {
        let mut seen = BTreeSet::new();
        let mut rows: Vec<Row> =
            procedures.iter().filter(|p| seen.insert(p.code.as_str())).map(Row::of).collect();
        rows.sort_by(|a, b| a.key.cmp(&b.key));

        let mut columns = Columns { v: VERSION, everyday: default_everyday(), ..Columns::default() };
        let languages: BTreeSet<&String> = rows.iter().flat_map(|row| row.procedure.names.keys()).collect();
        columns.names =
            languages.iter().map(|lang| ((*lang).clone(), String::new())).collect::<BTreeMap<_, _>>();
        for row in &rows {
            if columns.fields.last() != Some(&row.field) {
                columns.fields.push(row.field.clone());
                columns.runs.push(0);
            }
            if let Some(run) = columns.runs.last_mut() {
                *run += 1;
            }
            let procedure = row.procedure;
            line(&mut columns.codes, &procedure.code);
            line(&mut columns.titles, &procedure.title);
            line(&mut columns.words, procedure.keywords.as_deref().unwrap_or_default());
            line(&mut columns.forms, &mentioned(procedure).join(" "));
            for (lang, column) in &mut columns.names {
                line(column, procedure.names.get(lang).map_or("", String::as_str));
            }
            columns.counter.push(if procedure.at_ward_counter { '1' } else { '0' });
        }
        // Columns made here have one line an item.
        Self::from_columns(columns).unwrap_or_default()
    }
}

struct Row<'a> {
    procedure: &'a Procedure,
    field: String,
    /// Order of the index: folded field, field, code.
    key: (String, String, &'a str),
}

impl<'a> Row<'a> {
    fn of(procedure: &'a Procedure) -> Self {
        let mut field = String::new();
        line(&mut field, &procedure.field);
        field.pop();
        Self { procedure, key: (fold(&field), field.clone(), &procedure.code), field }
    }
}

/// Appends `text` as one line: blanks and line ends of any kind become one blank.
fn line(column: &mut String, text: &str) {
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            column.push(' ');
        }
        column.push_str(word);
    }
    column.push('\n');
}
