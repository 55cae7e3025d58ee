//! One question. One type = one file in [`self`], one variant in [`Kind`], one row in `lint::types`.

pub mod boolean;
pub mod checkbox;
pub mod choice;
pub mod comment;
pub mod radiogroup;
pub mod rating;
pub mod text;

use mot_cua_contract::Text;
use serde_json::{Map, Value};

use crate::member;
use crate::validate::FaultCode;

/// What all types have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Key of the answer; unique in the survey. Plain data: `__proto__` is a name like any other.
    pub name: String,
    pub title: Option<Text>,
    pub description: Option<Text>,
    /// Whether a complete answer must have it.
    pub need: Need,
    pub kind: Kind,
}

/// `isRequired`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

/// What is asked, by type.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Boolean(boolean::Boolean),
    Checkbox(checkbox::Checkbox),
    Comment(comment::Comment),
    Radiogroup(radiogroup::Radiogroup),
    Rating(rating::Rating),
    Text(text::Input),
}

impl Question {
    /// `None`: no name, or a type that this version does not know.
    pub(crate) fn of(element: &Map<String, Value>) -> Option<Self> {
        let kind = match element.get("type")?.as_str()? {
            "boolean" => Kind::Boolean(boolean::Boolean::of(element)),
            "checkbox" => Kind::Checkbox(checkbox::Checkbox::of(element)),
            "comment" => Kind::Comment(comment::Comment::of(element)),
            "radiogroup" => Kind::Radiogroup(radiogroup::Radiogroup::of(element)),
            "rating" => Kind::Rating(rating::Rating::of(element)),
            "text" => Kind::Text(text::Input::of(element)?),
            _ => return None,
        };
        Some(Self {
            name: member::string(element, "name")?,
            title: member::text(element, "title"),
            description: member::text(element, "description"),
            need: if member::flag(element, "isRequired") { Need::Required } else { Need::Optional },
            kind,
        })
    }

    /// The words of the question; its name where it has no title, as SurveyJS does.
    pub fn words(&self, lang: &str) -> &str {
        self.title
            .as_ref()
            .map(|title| title.get(lang))
            .filter(|words| !words.is_empty())
            .unwrap_or(&self.name)
    }

    /// Type and range of a value that is not [`is_empty`].
    pub(crate) fn check(&self, value: &Value) -> Result<(), FaultCode> {
        match &self.kind {
            Kind::Boolean(boolean) => boolean.check(value),
            Kind::Checkbox(checkbox) => checkbox.check(value),
            Kind::Comment(comment) => comment.check(value),
            Kind::Radiogroup(radiogroup) => radiogroup.check(value),
            Kind::Rating(rating) => rating.check(value),
            Kind::Text(input) => input.check(value),
        }
    }

    /// One value of a form post; `None`: it is none of this question's, and stays text.
    pub(crate) fn decode(&self, text: &str) -> Option<Value> {
        match &self.kind {
            Kind::Boolean(boolean) => boolean.decode(text),
            Kind::Checkbox(checkbox) => choice::decode(&checkbox.choices, text),
            Kind::Comment(_) => Some(comment::decode(text)),
            Kind::Radiogroup(radiogroup) => choice::decode(&radiogroup.choices, text),
            Kind::Rating(rating) => choice::decode(&rating.levels, text),
            Kind::Text(input) => input.decode(text),
        }
    }
}

/// What SurveyJS takes for "not answered": null, "", [] and {}. Zero, false and " " are answers.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
