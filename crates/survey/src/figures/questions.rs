//! What a definition asks that can be counted: in any depth of panels, and each row of a matrix for itself.

use mot_cua_contract::Text;
use mot_cua_contract::contact::CONSENT;
use serde_json::{Map, Value};

use super::column::{Column, Shape};
use crate::definition::MOST_QUESTIONS;
use crate::member::{list, string, text};
use crate::question::{Question, choice};

/// In the order of the definition.
pub(super) fn columns(survey: &Map<String, Value>) -> Vec<Column> {
    let mut found = Vec::new();
    match list(survey, "pages") {
        Some(pages) => pages.iter().filter_map(Value::as_object).for_each(|page| walk(page, &mut found)),
        None => walk(survey, &mut found),
    }
    found.truncate(MOST_QUESTIONS);
    found
}

fn walk(holder: &Map<String, Value>, found: &mut Vec<Column>) {
    let elements = list(holder, "elements").or_else(|| list(holder, "questions"));
    for element in elements.into_iter().flatten().filter_map(Value::as_object) {
        if element.get("name").and_then(Value::as_str) == Some(CONSENT) {
            continue;
        }
        match element.get("type").and_then(Value::as_str) {
            Some("panel") => walk(element, found),
            Some("matrix") => found.extend(rows(element)),
            Some("dropdown") => found.extend(chosen(element, Shape::One)),
            Some("tagbox") => found.extend(chosen(element, Shape::Several)),
            _ => found.extend(Question::of(element).as_ref().and_then(Column::of)),
        }
    }
}

fn chosen(element: &Map<String, Value>, shape: Shape) -> Option<Column> {
    let values = choice::all(element, "choices");
    Some(Column::new(string(element, "name")?, text(element, "title"), shape, values))
}

/// `desk.clean`: the row `clean` of the matrix `desk`.
fn rows(element: &Map<String, Value>) -> Vec<Column> {
    let Some(name) = string(element, "name") else { return Vec::new() };
    let values = choice::all(element, "columns");
    let title = text(element, "title").unwrap_or_else(|| Text::One(name.clone()));
    let rows = choice::all(element, "rows").into_iter().map(|row| {
        let words = row.text.clone().unwrap_or_else(|| Text::One(row.key()));
        let mut column =
            Column::new(format!("{name}.{}", row.key()), Some(words), Shape::One, values.clone());
        if !values.is_empty() && column.numbers().all(|number| !number.is_nan()) {
            column.shape = Shape::Scale;
        }
        column.matrix = Some((name.clone(), title.clone()));
        column
    });
    rows.collect()
}
