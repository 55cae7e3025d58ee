//! The column `default`: a value, or an expression.

use serde_json::{Map, Value};

use super::super::finding::Found;
use super::super::formula::Where;
use super::super::row::Row;
use super::Context;
use super::expressions::expression;
use super::kind::{Asked, Choose, Plain};
use super::look::as_number;

pub(super) fn read(
    row: Row,
    asked: Asked,
    context: &Context,
    at: Where,
    members: &mut Map<String, Value>,
    found: &mut Found,
) {
    let Some(cell) = row.text("default") else { return };
    let value = match asked {
        // A name of a choice may look like an expression; it is none.
        Asked::Choose(Choose::One, list, _) if !cell.contains("${") => {
            let value = context.lists.value(list, cell).unwrap_or_else(|| cell.into());
            if members.contains_key("rateValues") {
                value.as_str().and_then(as_number).unwrap_or(value)
            } else {
                value
            }
        }
        Asked::Choose(_, list, _) if !cell.contains("${") => cell
            .split_whitespace()
            .map(|name| context.lists.value(list, name).unwrap_or_else(|| name.into()))
            .collect(),
        Asked::Plain(Plain::Acknowledge) => (cell == "OK").into(),
        _ if is_dynamic(cell) => {
            if let Some(expression) = expression(row, "default", at, found) {
                members.insert("defaultValueExpression".to_owned(), expression.into());
            }
            return;
        }
        Asked::Plain(Plain::Integer | Plain::Decimal | Plain::Range) => {
            as_number(cell).unwrap_or_else(|| cell.into())
        }
        _ => cell.into(),
    };
    members.insert("defaultValue".to_owned(), value);
}

/// A reference, or a call.
fn is_dynamic(cell: &str) -> bool {
    let word = cell.split('(').next().unwrap_or_default();
    let call = cell.ends_with(')')
        && !word.is_empty()
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    cell.contains("${") || call
}
