//! Yes or no.

use mot_cua_contract::Text;
use serde_json::{Map, Value};

use super::choice;
use crate::lint::shape::Shape;
use crate::member;
use crate::validate::FaultCode;

#[derive(Debug, Clone, PartialEq)]
pub struct Boolean {
    /// What "yes" is stored as; `true` unless `valueTrue` says otherwise.
    pub yes: Value,
    pub no: Value,
    /// Words for "yes". `None`: the language pack's.
    pub yes_text: Option<Text>,
    pub no_text: Option<Text>,
}

pub(crate) const PROPERTIES: &[(&str, Shape)] = &[
    ("labelTrue", Shape::Text),
    ("labelFalse", Shape::Text),
    ("valueTrue", Shape::Scalar),
    ("valueFalse", Shape::Scalar),
];

impl Boolean {
    pub(crate) fn of(element: &Map<String, Value>) -> Self {
        let value =
            |name: &str, otherwise: bool| element.get(name).cloned().unwrap_or(Value::Bool(otherwise));
        Self {
            yes: value("valueTrue", true),
            no: value("valueFalse", false),
            yes_text: member::text(element, "labelTrue"),
            no_text: member::text(element, "labelFalse"),
        }
    }

    pub(crate) fn check(&self, value: &Value) -> Result<(), FaultCode> {
        let known = [&self.yes, &self.no].into_iter().any(|one| choice::same(one, value));
        if known { Ok(()) } else { Err(FaultCode::WrongType) }
    }

    pub(crate) fn decode(&self, text: &str) -> Option<Value> {
        [&self.yes, &self.no].into_iter().find(|one| choice::key(one) == text).cloned()
    }
}
