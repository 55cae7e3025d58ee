//! Free words, several lines.

use mot_cua_contract::Text;
use serde_json::{Map, Value};

use crate::lint::shape::Shape;
use crate::member;
use crate::validate::FaultCode;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comment {
    /// UTF-16 code units, as `maxlength` of a `<textarea>` counts. `None`: only the size of a whole answer bounds it.
    pub max_length: Option<usize>,
    /// Lines to show at first.
    pub rows: Option<usize>,
    pub placeholder: Option<Text>,
}

pub(crate) const PROPERTIES: &[(&str, Shape)] = &[
    ("maxLength", Shape::Whole),
    ("rows", Shape::Whole),
    ("placeholder", Shape::Text),
    ("placeHolder", Shape::Text),
    ("autoGrow", Shape::Flag),
];

impl Comment {
    pub(crate) fn of(element: &Map<String, Value>) -> Self {
        Self { max_length: length(element), rows: count(element, "rows"), placeholder: placeholder(element) }
    }

    pub(crate) fn check(&self, value: &Value) -> Result<(), FaultCode> {
        check_length(value.as_str().ok_or(FaultCode::WrongType)?, self.max_length)
    }
}

/// Browsers post line breaks as CR LF, but count them as one character and give them to scripts as LF.
pub(crate) fn decode(text: &str) -> Value {
    Value::String(text.replace('\r', ""))
}

/// `maxLength`; 0 and -1 are SurveyJS's "no limit".
pub(crate) fn length(element: &Map<String, Value>) -> Option<usize> {
    count(element, "maxLength")
}

/// `placeHolder` is what SurveyJS called it before 1.9.
pub(crate) fn placeholder(element: &Map<String, Value>) -> Option<Text> {
    member::text(element, "placeholder").or_else(|| member::text(element, "placeHolder"))
}

pub(crate) fn check_length(text: &str, most: Option<usize>) -> Result<(), FaultCode> {
    // A UTF-16 unit is never longer than the bytes it stands for: most texts need no counting.
    match most {
        Some(most) if text.len() > most && text.encode_utf16().count() > most => Err(FaultCode::TooLong),
        _ => Ok(()),
    }
}

fn count(element: &Map<String, Value>, name: &str) -> Option<usize> {
    member::whole(element, name).and_then(|number| usize::try_from(number).ok()).filter(|number| *number > 0)
}
