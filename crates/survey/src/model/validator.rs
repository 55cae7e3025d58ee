//! Validators.

use mot_cua_contract::Text;
use serde_json::{Map, Value};

use super::read::expression;
use crate::expression::{Datum, Expression};
use crate::member::{flag, string, text, whole};
use crate::pattern::{Case, Pattern};

#[derive(Debug, Clone)]
pub struct Validator {
    pub check: Check,
    /// The designer's words. `None`: the language pack's.
    pub words: Option<Text>,
    pub weight: Weight,
}

/// `notificationType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Error,
    /// Said, but holds no one up.
    Notice,
}

/// What must hold of an answer that is there.
#[derive(Debug, Clone)]
pub enum Check {
    Numeric {
        least: Option<f64>,
        most: Option<f64>,
    },
    /// Characters in UTF-16; 0 is no limit.
    Text {
        least: usize,
        most: usize,
        digits: bool,
    },
    /// `None`: a pattern that this version cannot run. The linter names it.
    Pattern(Option<Pattern>),
    Email,
    Count {
        least: usize,
        most: usize,
    },
    Holds(Option<Expression>),
}

impl Validator {
    pub(super) fn of(object: &Map<String, Value>) -> Option<Self> {
        let number = |name: &str| {
            object.get(name).and_then(|value| {
                let number = crate::expression::number_of(&Datum::from(value));
                (!number.is_nan()).then_some(number)
            })
        };
        let count =
            |name: &str| whole(object, name).and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
        let kind = string(object, "type")?;
        let check = match kind.strip_suffix("validator").unwrap_or(&kind) {
            "numeric" => Check::Numeric { least: number("minValue"), most: number("maxValue") },
            "text" => Check::Text {
                least: count("minLength"),
                most: count("maxLength"),
                digits: object.get("allowDigits") != Some(&Value::Bool(false)),
            },
            "regex" => {
                let ignores = flag(object, "caseInsensitive") || flag(object, "insensitive");
                let case = if ignores { Case::Ignores } else { Case::Minds };
                Check::Pattern(Pattern::new(&string(object, "regex")?, case))
            }
            "email" => Check::Email,
            "answercount" => Check::Count { least: count("minCount"), most: count("maxCount") },
            "expression" => Check::Holds(expression(object, "expression")),
            _ => return None,
        };
        let weight = match string(object, "notificationType").as_deref() {
            None | Some("error") => Weight::Error,
            Some(_) => Weight::Notice,
        };
        Some(Self { check, words: text(object, "text"), weight })
    }
}
