//! What two of the shapes write now as a text, now as a number, a list or an object with a name.

use serde_json::Value;

use super::members::{Members, Wrong};

impl Members<'_> {
    /// A text, or a number as a text.
    pub(super) fn word(&mut self, name: &'static str) -> Result<Option<String>, Wrong> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match value {
            Value::String(text) => Ok((!text.trim().is_empty()).then(|| text.clone())),
            Value::Number(number) => Ok(Some(number.to_string())),
            _ => Err(self.wrong(name, "a text or a number")),
        }
    }

    /// A number, or a text that is one (`3`, `3,5`). `None`: nothing, or words; the words stay in `extra`.
    pub(super) fn amount(&mut self, name: &'static str) -> Result<Amount, Wrong> {
        let Some(word) = self.word(name)? else { return Ok(Amount::Missing) };
        let number = word.trim().replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
        Ok(number.map_or(Amount::Words, Amount::Number))
    }

    /// A text, or a list of texts and of objects with a name; each by itself. `name_of`: the member that names an object.
    pub(super) fn names(&mut self, name: &'static str, name_of: &str) -> Result<Vec<String>, Wrong> {
        let list = match self.get(name) {
            None => Vec::new(),
            Some(Value::Array(list)) => list.iter().collect(),
            Some(one) => vec![one],
        };
        let mut names = Vec::new();
        for value in list {
            let text = match value {
                Value::Object(members) => members.get(name_of).and_then(Value::as_str),
                other => other.as_str(),
            };
            match text.map(str::trim) {
                Some("") => {}
                Some(text) => names.push(text.to_owned()),
                None => return Err(self.wrong(name, "a text, or a list of texts or of objects with a name")),
            }
        }
        Ok(names)
    }

    /// The same as one text; `None`: nothing.
    pub(super) fn joined(
        &mut self,
        name: &'static str,
        name_of: &str,
        between: &str,
    ) -> Result<Option<String>, Wrong> {
        let names = self.names(name, name_of)?;
        Ok((!names.is_empty()).then(|| names.join(between)))
    }
}

/// A number as foreign records write it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    Missing,
    Number(f64),
    /// Something that is no number.
    Words,
}

impl Amount {
    pub(super) fn number(self) -> Option<f64> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }
}

/// `1.001193` of `1.001193.000.00.00.H49`; other codes as they are.
pub(super) fn short_code(code: &str) -> &str {
    let code = code.trim();
    match code.split_at_checked(8) {
        Some((short, rest)) if crate::doubts::is_national(short) && rest.starts_with('.') => short,
        _ => code,
    }
}
