//! What the survey as a whole has: one row of settings, and the calculated values.

use serde_json::{Map, Value};

use super::super::language;
use super::Writer;
use super::cells::Cells;
use super::words::put;

pub(super) fn cells(survey: &Map<String, Value>, writer: &mut Writer) -> Cells {
    let mut cells = Cells::default();
    let mut aside = survey.clone();
    for said in ["pages", "elements"] {
        aside.shift_remove(said);
    }
    if let Some(Value::Array(values)) =
        survey.get("calculatedValues").filter(|values| values.as_array().is_some_and(|all| !all.is_empty()))
        && let Some(rows) = writer.calculated(values)
    {
        writer.rows.extend(rows);
        aside.shift_remove("calculatedValues");
    }
    if let Some(title) = survey.get("title") {
        put(if title.is_string() { "form_title" } else { "cs_title" }, title, &mut cells);
    }
    if let Some(description) = survey.get("description") {
        put("cs_description", description, &mut cells);
    }
    if let Some(Value::String(locale)) = survey.get("locale") {
        cells.put("default_language", language::head(locale));
    }
    if let Some(Value::String(version)) = survey.get("version") {
        cells.put("version", version.as_str());
    }
    let back = super::super::read::settings(&cells.table());
    aside.retain(|name, value| back.get(name) != Some(value));
    for name in back.keys().filter(|name| !survey.contains_key(*name)) {
        aside.insert(name.clone(), Value::Null);
    }
    cells.put_aside(&aside);
    writer.tell_settings(&aside);
    cells
}
