//! What stands in one cell.

use serde_json::{Number, Value};

/// A value with the type that a spreadsheet knows.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    /// As it was given; each table makes it harmless in its own way.
    Text(String),
    Number(Number),
    Flag(bool),
    /// RFC 3339.
    Time(String),
}

impl Cell {
    /// An answer's value: text as it is, several values with "; " between, anything deeper as JSON.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Empty,
            Value::String(text) => Self::Text(text.clone()),
            Value::Number(number) => Self::Number(number.clone()),
            Value::Bool(yes) => Self::Flag(*yes),
            Value::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object()) => {
                let texts: Vec<String> = items.iter().map(key).collect();
                Self::Text(texts.join("; "))
            }
            Value::Array(_) | Value::Object(_) => Self::Text(value.to_string()),
        }
    }

    /// About as many as its XML has.
    pub(crate) fn bytes(&self) -> u64 {
        let text = match self {
            Self::Text(text) | Self::Time(text) => text.len(),
            Self::Empty | Self::Number(_) | Self::Flag(_) => 0,
        };
        64 + u64::try_from(text).unwrap_or_default()
    }

    /// 0 or 1.
    pub(crate) fn mark(chosen: bool) -> Self {
        Self::Number(u8::from(chosen).into())
    }

    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// A choice's value without quotes.
pub(crate) fn key(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Equal as answers, where 5 is 5.0.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    a == b || matches!((a.as_f64(), b.as_f64()), (Some(a), Some(b)) if a.total_cmp(&b).is_eq())
}
