//! Rows that hold others: pages, panels, repeats.

use serde_json::{Map, Value};

use super::super::finding::{Code, Found};
use super::super::formula::Where;
use super::super::row::{Row, lay};
use super::Context;
use super::kind::{Asked, Holder};
use super::look::{self, as_number};
use super::question::{conditions, name, put, words_of};

/// Where a group stands: the outermost ones are pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Depth {
    Outermost,
    Inner,
}

/// Its members without what it holds.
pub(in super::super) fn group(
    row: Row,
    holder: Holder,
    depth: Depth,
    context: &Context,
    repeat: Option<&str>,
    found: &mut Found,
) -> Map<String, Value> {
    let at = Where { names: &context.names, own: None, repeat, columns: None };
    let mut members = Map::new();
    let aside = row.aside(found).unwrap_or_default();
    match holder {
        Holder::Repeat => put(&mut members, "type", "paneldynamic"),
        Holder::Group if depth == Depth::Inner => put(&mut members, "type", "panel"),
        Holder::Group => {}
    }
    name(row, &mut members, found);
    words_of(row, at, &mut members, found);
    conditions(row, at, &mut members, found);
    if let Some(count) = row.text("repeat_count").filter(|_| holder == Holder::Repeat) {
        match as_number(count) {
            Some(count) => put(&mut members, "panelCount", count),
            None => row.tell("repeat_count", Code::NotANumber, &[("value", count)], found),
        }
    }
    look::check(row, Asked::Begin(holder), found);
    lay(&mut members, aside);
    members
}
