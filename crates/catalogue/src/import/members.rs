//! The members of a foreign JSON object: each read once, the unread ones left over.

use serde_json::{Map, Value};

/// Why a record was not taken.
#[derive(Debug)]
pub(super) struct Wrong {
    pub path: String,
    pub found: String,
    pub expected: &'static str,
}

pub(super) struct Members<'a> {
    map: &'a Map<String, Value>,
    /// Path of the object from its record, with a dot at the end: `.cach_thuc[0].`
    prefix: String,
    read: Vec<&'static str>,
}

impl<'a> Members<'a> {
    pub(super) fn of(value: &'a Value, path: &str) -> Result<Self, Wrong> {
        let map = value.as_object().ok_or_else(|| wrong(path.to_owned(), Some(value), "an object"))?;
        Ok(Self { map, prefix: format!("{path}."), read: Vec::new() })
    }

    /// `None`: absent, null.
    pub(super) fn get(&mut self, name: &'static str) -> Option<&'a Value> {
        self.read.push(name);
        self.map.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn wrong(&self, name: &str, expected: &'static str) -> Wrong {
        wrong(format!("{}{name}", self.prefix), self.map.get(name), expected)
    }

    /// `None`: absent, null, no visible character.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<String>, Wrong> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let text = value.as_str().ok_or_else(|| self.wrong(name, "a text or null"))?;
        Ok((!text.trim().is_empty()).then(|| text.to_owned()))
    }

    pub(super) fn number(&mut self, name: &'static str) -> Result<Option<f64>, Wrong> {
        let Some(value) = self.get(name) else { return Ok(None) };
        value.as_f64().map(Some).ok_or_else(|| self.wrong(name, "a number or null"))
    }

    /// 0: absent, null.
    pub(super) fn count(&mut self, name: &'static str) -> Result<u32, Wrong> {
        let Some(value) = self.get(name) else { return Ok(0) };
        let count = value.as_u64().and_then(|count| u32::try_from(count).ok());
        count.ok_or_else(|| self.wrong(name, "a whole number from 0"))
    }

    /// The same, also where it is written as a text.
    pub(super) fn count_of_word(&mut self, name: &'static str) -> Result<u32, Wrong> {
        let Some(word) = self.word(name)? else { return Ok(0) };
        word.trim().parse().map_err(|_| self.wrong(name, "a whole number from 0"))
    }

    /// False: absent, null.
    pub(super) fn flag(&mut self, name: &'static str) -> Result<bool, Wrong> {
        let Some(value) = self.get(name) else { return Ok(false) };
        value.as_bool().ok_or_else(|| self.wrong(name, "true, false or null"))
    }

    /// Each entry with its path; none: absent, null.
    pub(super) fn list(&mut self, name: &'static str) -> Result<Vec<(String, &'a Value)>, Wrong> {
        let Some(value) = self.get(name) else { return Ok(Vec::new()) };
        let list = value.as_array().ok_or_else(|| self.wrong(name, "a list or null"))?;
        Ok(list
            .iter()
            .enumerate()
            .map(|(at, value)| (format!("{}{name}[{at}]", self.prefix), value))
            .collect())
    }

    pub(super) fn texts(&mut self, name: &'static str) -> Result<Vec<String>, Wrong> {
        let list = self.list(name)?;
        list.into_iter()
            .map(|(path, value)| {
                value.as_str().map(str::to_owned).ok_or_else(|| wrong(path, Some(value), "a text"))
            })
            .collect()
    }

    /// Leaves a member that was read, but says more than the record can hold, to `extra`.
    pub(super) fn keep(&self, name: &str, extra: &mut Map<String, Value>) {
        if let Some(value) = self.map.get(name) {
            extra.insert(format!("{}{name}", self.prefix.trim_start_matches('.')), value.clone());
        }
    }

    /// Everything that was not read and says something goes to `extra`.
    pub(super) fn rest(self, extra: &mut Map<String, Value>) {
        for (name, value) in self.map {
            if !self.read.contains(&name.as_str()) && !value.is_null() {
                self.keep(name, extra);
            }
        }
    }
}

fn wrong(path: String, found: Option<&Value>, expected: &'static str) -> Wrong {
    Wrong { path, found: found.map_or_else(|| "nothing".to_owned(), shown), expected }
}

/// A value in few words, for a message.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Object(members) => format!("an object of {} members", members.len()),
        Value::Array(entries) => format!("a list of {}", entries.len()),
        Value::String(text) if text.chars().count() > 60 => {
            format!("{:?}…", text.chars().take(60).collect::<String>())
        }
        other => other.to_string(),
    }
}
