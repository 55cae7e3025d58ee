//! The column `default`.

use serde_json::{Map, Value};

use super::super::formula::Where;
use super::super::read::choices::Lists;
use super::cells::Cells;
use super::expressions::said;

pub(super) fn cells(
    element: &mut Map<String, Value>,
    list: Option<&str>,
    lists: &Lists,
    at: Where,
    cells: &mut Cells,
) {
    if let Some(cell) = said(element, "defaultValueExpression", at) {
        cells.put("default", cell);
        return;
    }
    // A choice has its name on the sheet.
    let named = |value: &Value| match list {
        Some(list) => lists.named(list, value),
        None => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    };
    let cell = match element.get("defaultValue") {
        Some(Value::Array(items)) => items.iter().map(named).collect::<Vec<_>>().join(" "),
        Some(Value::Bool(true)) if list.is_none() => "OK".to_owned(),
        Some(value @ (Value::String(_) | Value::Number(_))) => named(value),
        _ => return,
    };
    cells.put("default", cell);
}
