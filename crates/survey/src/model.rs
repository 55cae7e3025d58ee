//! A survey with all that a designer may say: every question type of the profile, logic, validators. What a citizen's answers make
//! of it is `session`'s part. The small first screen reads [`crate::Definition`] instead, which knows no logic.

mod calculated;
mod element;
mod fits;
mod kind;
mod outcome;
mod read;
mod rules;
mod trigger;
mod validator;

use serde_json::{Map, Value};

pub use calculated::{Calculated, Kept};
pub use element::{Body, Element};
pub use kind::choices::{Carry, Choices, Feed, How, Item, Order};
pub use kind::file::{File, MOST_PHOTO_BYTES, hash_of, photo_hashes, photo_value};
pub use kind::matrix::Matrix;
pub use kind::multipletext::{Line, MultipleText};
pub use kind::panels::Panels;
pub use kind::text::Field;
pub use kind::{Kind, OUTSIDE};
pub use outcome::Ending;
pub use rules::{Clear, Rules};
pub use trigger::{Deed, Trigger};
pub use validator::{Check, Validator, Weight};

use std::rc::Rc;

/// Elements, dynamic ones' templates counted once.
pub const MOST_ELEMENTS: usize = 5_000;

/// A survey.
#[derive(Debug, Clone)]
pub struct Model {
    /// The definition as it was read: nothing in it is lost, known or not.
    pub raw: Map<String, Value>,
    pub pages: Vec<Rc<Element>>,
    pub calculated: Vec<Calculated>,
    pub triggers: Vec<Trigger>,
    pub endings: Vec<Ending>,
    pub clear: Clear,
    pub flow: Flow,
    pub start: Start,
    pub preview: Preview,
}

/// `questionsOnPageMode`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Flow {
    #[default]
    Pages,
    OnePage,
    /// One question at a time; what shows several (a matrix, rows of panels) still shows them together.
    OneQuestion,
    /// The same, and within dynamic panels too; the panel itself comes last, to be looked over.
    OneInput,
}

/// `firstPageIsStartPage`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Start {
    #[default]
    AtOnce,
    /// The first page stands before the survey and is not counted.
    FirstPage,
}

/// `showPreviewBeforeComplete`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Preview {
    #[default]
    None,
    Answers,
}

impl Model {
    /// `None`: not JSON, not an object, larger than [`crate::MOST_BYTES`], more than [`MOST_ELEMENTS`], or without any page.
    pub fn parse(json: &str) -> Option<Self> {
        if json.len() > crate::MOST_BYTES {
            return None;
        }
        match mot_cua_contract::lean::parse(json)? {
            Value::Object(raw) => Self::of(raw),
            _ => None,
        }
    }

    /// Whether a trigger may end it before its last page.
    pub fn may_end_early(&self) -> bool {
        self.triggers.iter().any(|trigger| matches!(trigger.deed, Deed::Complete))
    }

    /// The definition as it came.
    pub fn to_json(&self) -> Value {
        Value::Object(self.raw.clone())
    }
}
