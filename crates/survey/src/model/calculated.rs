//! `calculatedValues`: values that no one is asked for.

use serde_json::{Map, Value};

use super::read::expression;
use crate::expression::Expression;
use crate::member::{flag, string};

#[derive(Debug, Clone)]
pub struct Calculated {
    pub name: String,
    pub expression: Expression,
    pub kept: Kept,
}

/// `includeIntoResult`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    InAnswers,
    /// Only expressions and texts see it.
    Aside,
}

impl Calculated {
    pub(super) fn of(object: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            name: string(object, "name")?,
            expression: expression(object, "expression")?,
            kept: if flag(object, "includeIntoResult") { Kept::InAnswers } else { Kept::Aside },
        })
    }
}
