//! Whether answers fit the definition. The page and the collector ask the same.

use serde_json::{Map, Value};

use crate::definition::Definition;
use crate::question::{Need, is_empty};

/// Whether the citizen said "done".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Type and range of what is there.
    NotYet,
    /// That, and all that is required.
    Complete,
}

/// One question whose answer does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its name; of [`FaultCode::UnknownQuestion`], the name that was sent.
    pub question: String,
    pub code: FaultCode,
}

/// Why it does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultCode {
    /// The definition has no question of that name.
    UnknownQuestion,
    /// Text for a number, one value for several, and the like.
    WrongType,
    NotAChoice,
    RepeatedChoice,
    /// Beyond `min` or `max`.
    OutOfRange,
    /// More characters than `maxLength`.
    TooLong,
    /// No e-mail address, no date.
    BadFormat,
    /// Not answered, but has to be.
    Required,
}

impl FaultCode {
    /// Stable kebab-case code, the key of the words in a language pack.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownQuestion => "unknown-question",
            Self::WrongType => "wrong-type",
            Self::NotAChoice => "not-a-choice",
            Self::RepeatedChoice => "repeated-choice",
            Self::OutOfRange => "out-of-range",
            Self::TooLong => "too-long",
            Self::BadFormat => "bad-format",
            Self::Required => "required",
        }
    }
}

impl Definition {
    /// All faults: of the answers in their order, then what is missing in the order of the questions.
    pub fn validate(&self, answers: &Map<String, Value>, done: Done) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (name, value) in answers {
            let fits = match self.question(name) {
                None => Err(FaultCode::UnknownQuestion),
                Some(_) if is_empty(value) => Ok(()),
                Some(question) => question.check(value),
            };
            if let Err(code) = fits {
                faults.push(Fault { question: name.clone(), code });
            }
        }
        if done == Done::Complete {
            let missing = self.questions().filter(|question| {
                question.need == Need::Required && answers.get(&question.name).is_none_or(is_empty)
            });
            faults.extend(
                missing.map(|question| Fault { question: question.name.clone(), code: FaultCode::Required }),
            );
        }
        faults
    }
}
