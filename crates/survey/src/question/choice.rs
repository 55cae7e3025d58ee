//! One of several things to choose: items of `choices` and `rateValues`.

use mot_cua_contract::{Text, lean};
use serde_json::{Map, Value};

use crate::lint::shape::Shape;
use crate::member;
use crate::validate::FaultCode;

/// More than this are refused.
pub const MOST_CHOICES: usize = 2_000;

/// A value and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// String, number or boolean.
    pub value: Value,
    /// `None`: the value speaks for itself.
    pub text: Option<Text>,
}

pub(crate) const PROPERTIES: &[(&str, Shape)] = &[("choices", Shape::Choices)];

impl Choice {
    /// The words of the choice.
    pub fn words(&self, lang: &str) -> String {
        match self.text.as_ref().map(|text| text.get(lang)).filter(|words| !words.is_empty()) {
            Some(words) => words.to_owned(),
            None => self.key(),
        }
    }

    /// The value as a form field spells it.
    pub fn key(&self) -> String {
        key(&self.value)
    }

    /// `"v"`, `"v|words"`, `5` or `{"value": …, "text": …}`. `None`: no value.
    pub(crate) fn of(item: &Value) -> Option<Self> {
        match item {
            Value::String(both) => Some(match both.split_once('|') {
                Some((value, words)) if !value.is_empty() => {
                    Self { value: value.into(), text: Some(words.into()) }
                }
                _ => Self { value: item.clone(), text: None },
            }),
            Value::Number(_) | Value::Bool(_) => Some(Self { value: item.clone(), text: None }),
            Value::Object(object) => {
                let value = object.get("value").filter(|value| is_scalar(value))?;
                Some(Self { value: value.clone(), text: member::text(object, "text") })
            }
            Value::Null | Value::Array(_) => None,
        }
        .filter(|choice| choice.value != Value::String(String::new()))
    }
}

pub(crate) fn all(element: &Map<String, Value>, name: &str) -> Vec<Choice> {
    let items = member::list(element, name).map(Vec::as_slice).unwrap_or_default();
    items.iter().take(MOST_CHOICES).filter_map(Choice::of).collect()
}

/// Whether `value` is one of them.
pub(crate) fn check(choices: &[Choice], value: &Value) -> Result<(), FaultCode> {
    if !is_scalar(value) {
        return Err(FaultCode::WrongType);
    }
    if choices.iter().any(|choice| same(&choice.value, value)) { Ok(()) } else { Err(FaultCode::NotAChoice) }
}

/// The typed value that a form field spells so.
pub(crate) fn decode(choices: &[Choice], text: &str) -> Option<Value> {
    choices.iter().find(|choice| choice.key() == text).map(|choice| choice.value.clone())
}

pub(crate) fn key(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "true".to_owned(),
        Value::Bool(false) => "false".to_owned(),
        Value::Number(_) => lean::write(value),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

/// Equal as JSON values, where 5 is 5.0.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    a == b || matches!((a.as_f64(), b.as_f64()), (Some(a), Some(b)) if a.total_cmp(&b).is_eq())
}

fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::String(_) | Value::Number(_) | Value::Bool(_))
}
