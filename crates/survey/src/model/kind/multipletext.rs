//! Several lines under one title; the answer is an object.

use serde_json::{Map, Value};

use super::super::validator::Validator;
use super::text::Field;
use crate::member::{flag, list, string};

#[derive(Debug, Clone)]
pub struct MultipleText {
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone)]
pub struct Line {
    pub name: String,
    pub required: bool,
    pub field: Field,
    pub validators: Vec<Validator>,
}

impl MultipleText {
    pub(super) fn of(object: &Map<String, Value>) -> Self {
        let items = list(object, "items").map(Vec::as_slice).unwrap_or_default();
        Self { lines: items.iter().filter_map(|item| Line::of(item.as_object()?)).collect() }
    }
}

impl Line {
    fn of(object: &Map<String, Value>) -> Option<Self> {
        let validators = list(object, "validators").map(Vec::as_slice).unwrap_or_default();
        Some(Self {
            name: string(object, "name")?,
            required: flag(object, "isRequired"),
            field: Field::of(object),
            validators: validators.iter().filter_map(|one| Validator::of(one.as_object()?)).collect(),
        })
    }
}
