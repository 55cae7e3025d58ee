//! One of many.

use serde_json::{Map, Value};

use super::choice::{self, Choice};
use crate::validate::FaultCode;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Radiogroup {
    pub choices: Vec<Choice>,
}

impl Radiogroup {
    pub(crate) fn of(element: &Map<String, Value>) -> Self {
        Self { choices: choice::all(element, "choices") }
    }

    pub(crate) fn check(&self, value: &Value) -> Result<(), FaultCode> {
        choice::check(&self.choices, value)
    }
}
