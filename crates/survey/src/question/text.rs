//! One line: words, a number, an address, a date, a telephone number.

use mot_cua_contract::{Text, lean};
use serde_json::{Map, Number, Value};

use super::comment;
use crate::lint::shape::Shape;
use crate::member;
use crate::validate::FaultCode;

#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    pub sort: Sort,
    /// UTF-16 code units. `None`: only the size of a whole answer bounds it.
    pub max_length: Option<usize>,
    pub placeholder: Option<Text>,
    /// Least number or earliest date (`2026-01-31`).
    pub min: Option<Value>,
    pub max: Option<Value>,
}

/// `inputType`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Text,
    /// Answered by a JSON number.
    Number,
    Email,
    /// Answered by `2026-01-31`.
    Date,
    Tel,
}

pub(crate) const SORTS: &[&str] = &["text", "number", "email", "date", "tel"];

pub(crate) const PROPERTIES: &[(&str, Shape)] = &[
    ("inputType", Shape::OneOf(SORTS)),
    ("maxLength", Shape::Whole),
    ("placeholder", Shape::Text),
    ("placeHolder", Shape::Text),
    ("min", Shape::Scalar),
    ("max", Shape::Scalar),
];

impl Sort {
    /// The word of `inputType`, which is also the `type` of an `<input>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Email => "email",
            Self::Date => "date",
            Self::Tel => "tel",
        }
    }
}

impl Input {
    /// `None`: an `inputType` that this version does not know.
    pub(crate) fn of(element: &Map<String, Value>) -> Option<Self> {
        let sort = match member::string(element, "inputType").as_deref() {
            None | Some("text") => Sort::Text,
            Some("number") => Sort::Number,
            Some("email") => Sort::Email,
            Some("date") => Sort::Date,
            Some("tel") => Sort::Tel,
            Some(_) => return None,
        };
        Some(Self {
            sort,
            max_length: comment::length(element),
            placeholder: comment::placeholder(element),
            min: element.get("min").cloned(),
            max: element.get("max").cloned(),
        })
    }

    pub(crate) fn check(&self, value: &Value) -> Result<(), FaultCode> {
        if self.sort == Sort::Number {
            let number = value.as_number().and_then(Number::as_f64).ok_or(FaultCode::WrongType)?;
            let bound = |bound: &Option<Value>| bound.as_ref().and_then(Value::as_f64);
            let below = bound(&self.min).is_some_and(|min| number < min);
            let above = bound(&self.max).is_some_and(|max| number > max);
            return if below || above { Err(FaultCode::OutOfRange) } else { Ok(()) };
        }
        let text = value.as_str().ok_or(FaultCode::WrongType)?;
        comment::check_length(text, self.max_length)?;
        match self.sort {
            Sort::Email if !is_email(text) => Err(FaultCode::BadFormat),
            Sort::Date if !is_date(text) => Err(FaultCode::BadFormat),
            Sort::Date => {
                // Dates of this form sort as text.
                let bound = |bound: &Option<Value>| bound.as_ref().and_then(Value::as_str).map(str::to_owned);
                let below = bound(&self.min).is_some_and(|min| text < min.as_str());
                let above = bound(&self.max).is_some_and(|max| text > max.as_str());
                if below || above { Err(FaultCode::OutOfRange) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn decode(&self, text: &str) -> Option<Value> {
        match self.sort {
            Sort::Number => lean::parse(text).filter(Value::is_number),
            _ => Some(text.into()),
        }
    }
}

/// Something, one @, something with a dot inside; no blanks. Whether it exists only a letter can tell.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let dot_inside = host.trim_matches('.').contains('.') && !host.starts_with('.') && !host.ends_with('.');
    !name.is_empty() && dot_inside && !text.contains(char::is_whitespace) && !host.contains('@')
}

/// `2026-01-31`: a day that the calendar has.
pub(crate) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-').map(|part| {
        (part.len(), part.parse::<u32>().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit())))
    });
    let (Some((4, Some(year))), Some((2, Some(month))), Some((2, Some(day))), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}
