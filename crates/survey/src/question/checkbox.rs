//! Several of many.

use serde_json::{Map, Value};

use super::choice::{self, Choice};
use crate::validate::FaultCode;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checkbox {
    pub choices: Vec<Choice>,
}

impl Checkbox {
    pub(crate) fn of(element: &Map<String, Value>) -> Self {
        Self { choices: choice::all(element, "choices") }
    }

    /// An array of choices, none twice.
    pub(crate) fn check(&self, value: &Value) -> Result<(), FaultCode> {
        let items = value.as_array().ok_or(FaultCode::WrongType)?;
        if items.len() > self.choices.len() {
            // Some must be there twice, or be none of ours; said before comparing each with each.
            return Err(FaultCode::NotAChoice);
        }
        for (at, item) in items.iter().enumerate() {
            choice::check(&self.choices, item)?;
            if items.iter().take(at).any(|before| choice::same(before, item)) {
                return Err(FaultCode::RepeatedChoice);
            }
        }
        Ok(())
    }
}
