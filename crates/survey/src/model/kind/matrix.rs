//! One of several columns for each row.

use serde_json::{Map, Value};

use super::super::read::expression;
use super::choices::{Item, items};
use crate::expression::Expression;
use crate::member::flag;

#[derive(Debug, Clone)]
pub struct Matrix {
    pub rows: Vec<Item>,
    pub columns: Vec<Item>,
    pub rows_visible_if: Option<Expression>,
    pub columns_visible_if: Option<Expression>,
    /// `eachRowRequired`, once `isAllRowRequired`.
    pub every_row: bool,
    /// `eachRowUnique`: no column twice.
    pub unique: bool,
}

impl Matrix {
    pub(super) fn of(object: &Map<String, Value>) -> Self {
        Self {
            rows: items(object, "rows"),
            columns: items(object, "columns"),
            rows_visible_if: expression(object, "rowsVisibleIf"),
            columns_visible_if: expression(object, "columnsVisibleIf"),
            every_row: flag(object, "eachRowRequired") || flag(object, "isAllRowRequired"),
            unique: flag(object, "eachRowUnique"),
        }
    }
}
