//! One line or several.

use serde_json::{Map, Value};

use super::super::read::expression;
use crate::expression::Expression;
use crate::member::{string, whole};

#[derive(Debug, Clone)]
pub struct Field {
    /// `inputType`: text, number, date, datetime-local, month, week, time, email, tel, url, color, password, range.
    pub sort: String,
    /// A number, or a text in the form of the sort. `"=today()"` is in `least_expression`.
    pub least: Option<Value>,
    pub most: Option<Value>,
    pub least_expression: Option<Expression>,
    pub most_expression: Option<Expression>,
    /// UTF-16 code units. `None`: no limit.
    pub longest: Option<usize>,
}

impl Field {
    pub(crate) fn of(object: &Map<String, Value>) -> Self {
        let spelled =
            |name: &str| object.get(name).and_then(Value::as_str).and_then(|text| text.strip_prefix('='));
        let bound = |name: &str| object.get(name).filter(|_| spelled(name).is_none()).cloned();
        let run = |name: &str, other: &str| match spelled(name) {
            Some(text) => Expression::parse(text).ok(),
            None => expression(object, other),
        };
        Self {
            sort: string(object, "inputType").unwrap_or_else(|| "text".to_owned()),
            least: bound("min"),
            most: bound("max"),
            least_expression: run("min", "minValueExpression"),
            most_expression: run("max", "maxValueExpression"),
            longest: whole(object, "maxLength")
                .and_then(|most| usize::try_from(most).ok())
                .filter(|most| *most > 0),
        }
    }

    pub fn is_number(&self) -> bool {
        matches!(self.sort.as_str(), "number" | "range")
    }
}
