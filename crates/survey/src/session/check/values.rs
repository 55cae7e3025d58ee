//! Validators.

use serde_json::Value;

use super::super::Session;
use super::Error;
use crate::expression::{Datum, is_number, number_of, show};
use crate::model::Check;

impl Session {
    /// Why the value does not pass. No value passes all but expressions.
    pub(in crate::session) fn fails(&self, id: usize, value: Option<&Value>, check: &Check) -> Option<Error> {
        if let Check::Holds(expression) = check {
            let expression = expression.as_ref()?;
            return (!self.evaluate(Some(id), expression).is_true()).then_some(Error::Custom);
        }
        let value = value.filter(|value| !crate::question::is_empty(value))?;
        let datum = Datum::from(value);
        let fails = match check {
            Check::Numeric { .. } if !is_number(&datum) => return Some(Error::RequireNumeric),
            Check::Numeric { least, most } => {
                let number = number_of(&datum);
                least.is_some_and(|least| number < least) || most.is_some_and(|most| number > most)
            }
            Check::Text { least, most, digits } => {
                let text = show(&datum);
                let length = text.encode_utf16().count();
                (!digits && text.ends_with(|last: char| last.is_ascii_digit()))
                    || (*least > 0 && length < *least)
                    || (*most > 0 && length > *most)
            }
            Check::Pattern(pattern) => {
                let pattern = pattern.as_ref()?;
                match value {
                    Value::Array(items) => items.iter().any(|item| !pattern.is_match(&show(&item.into()))),
                    _ => !pattern.is_match(&show(&datum)),
                }
            }
            Check::Email => !is_email(&show(&datum)),
            Check::Count { least, most } => {
                let count = value.as_array().map(Vec::len).filter(|count| *count > 0)?;
                (*least > 0 && count < *least) || (*most > 0 && count > *most)
            }
            Check::Holds(_) => false,
        };
        fails.then_some(Error::Custom)
    }
}

/// As SurveyJS has it: names between dots, a host of at least two names, the last of two characters.
pub(super) fn is_email(text: &str) -> bool {
    const NEVER: &str = "<>()[].,;:@\"";
    let word = |text: &str| {
        !text.is_empty() && !text.contains(|one: char| one.is_whitespace() || NEVER.contains(one))
    };
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let quoted = name.len() > 2 && name.starts_with('"') && name.ends_with('"');
    let Some((_, last)) = host.rsplit_once('.') else { return false };
    (quoted || name.split('.').all(word))
        && host.split('.').all(|part| word(part) && !part.contains('='))
        && last.chars().count() >= 2
}
