//! What an expression computes with.

use serde_json::{Map, Number, Value};

/// A value of JavaScript, as far as expressions meet them.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Datum {
    #[default]
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    /// Milliseconds since 1970 UTC; NaN is JavaScript's "Invalid Date".
    Date(f64),
    List(Vec<Datum>),
    /// In the order of the definition; names once.
    Object(Vec<(String, Datum)>),
}

/// Whole numbers below this are exact in an f64.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Datum {
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Undefined | Self::Null)
    }

    /// SurveyJS's "empty": nothing, "", NaN, a list of nothing, an object whose members are all empty. Zero, false, " " are not.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Undefined | Self::Null => true,
            Self::Bool(_) | Self::Date(_) => false,
            Self::Number(number) => number.is_nan(),
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Object(members) => members.iter().all(|(_, member)| member.is_empty()),
        }
    }

    /// What JavaScript takes for true.
    pub fn is_true(&self) -> bool {
        match self {
            Self::Undefined | Self::Null => false,
            Self::Bool(flag) => *flag,
            Self::Number(number) => !number.is_nan() && *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::Date(_) | Self::List(_) | Self::Object(_) => true,
        }
    }

    /// The member of exactly that name.
    pub fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(one, _)| one == name).map(|(_, member)| member)
    }

    /// As JSON; `None` for undefined. NaN and infinities become null, as `JSON.stringify` has it; dates become ISO texts.
    pub fn to_json(&self) -> Option<Value> {
        Some(match self {
            Self::Undefined => return None,
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(*flag),
            Self::Number(number) => json_number(*number),
            Self::Text(text) => Value::String(text.clone()),
            Self::Date(at) => super::date::iso(*at).map_or(Value::Null, Value::String),
            Self::List(items) => {
                Value::Array(items.iter().map(|item| item.to_json().unwrap_or_default()).collect())
            }
            Self::Object(members) => Value::Object(
                members.iter().filter_map(|(name, member)| Some((name.clone(), member.to_json()?))).collect(),
            ),
        })
    }

    /// How much work it is to look at all of it.
    pub(crate) fn weight(&self) -> usize {
        match self {
            Self::Text(text) => 1 + text.len() / 16,
            Self::List(items) => 1 + items.iter().map(Self::weight).sum::<usize>(),
            Self::Object(members) => 1 + members.iter().map(|(_, member)| member.weight()).sum::<usize>(),
            _ => 1,
        }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "checked: whole and below 2^53")]
fn json_number(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < EXACT {
        return Value::from(number as i64);
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

impl From<&Value> for Datum {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::from(members),
        }
    }
}

impl From<&Map<String, Value>> for Datum {
    fn from(members: &Map<String, Value>) -> Self {
        Self::Object(members.iter().map(|(name, member)| (name.clone(), member.into())).collect())
    }
}

impl From<bool> for Datum {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<f64> for Datum {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Datum {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
