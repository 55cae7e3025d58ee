//! A `site.json` that is being written: any JSON object. What the form has no field for stays as it is, member by member.

use mot_cua_contract::{Mistake, Site};
use serde_json::{Map, Value, json};

use crate::edit::text;

/// Paths are spelt as [`Mistake::path`] spells them: `units[0].counters[2].id`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft(pub(crate) Map<String, Value>);

/// One step of a path.
enum Step<'a> {
    Member(&'a str),
    Item(usize),
}

impl Draft {
    /// One unit with one counter, answers to our own collector, no look-up.
    pub(crate) fn blank() -> Self {
        let site = json!({
            "v": 1, "name": "", "languages": ["vi", "en"],
            "units": [{"id": "", "name": "", "counters": [{"id": "1", "name": {"vi": "Quầy 1", "en": "Counter 1"}}]}],
            "survey": "quick", "catalogue": false,
            "submit": {"kind": "mot-cua", "url": "/api/responses", "attachments": "/api/attachments"},
        });
        Self(site.as_object().cloned().unwrap_or_default())
    }

    /// # Errors
    /// Not JSON, or no object; in the parser's words.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        match serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())? {
            Value::Object(all) => Ok(Self(all)),
            other => Err(other.to_string().chars().take(40).collect()),
        }
    }

    /// As it is downloaded.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string_pretty(&self.0).unwrap_or_default() + "\n"
    }

    /// What `mot-cua check` says of it.
    pub(crate) fn mistakes(&self) -> Vec<Mistake> {
        let text = self.text();
        match serde_path_to_error::deserialize::<_, Site>(&mut serde_json::Deserializer::from_str(&text)) {
            Ok(site) => site.mistakes(),
            // The same refusal as the program's, with the path instead of line and column.
            Err(error) => {
                let path = error.path().to_string();
                let path = if path == "." { String::new() } else { path };
                vec![Mistake::error("wrong-shape", path, error.inner().to_string(), "")]
            }
        }
    }

    /// `None`: it cannot be used yet.
    pub(crate) fn site(&self) -> Option<Site> {
        Site::read(&self.text()).ok()
    }

    pub(crate) fn at(&self, path: &str) -> Option<&Value> {
        let mut steps = steps(path);
        let first = match steps.next()? {
            Step::Member(name) => self.0.get(name)?,
            Step::Item(_) => return None,
        };
        steps.try_fold(first, |of, step| match step {
            Step::Member(name) => of.get(name),
            Step::Item(at) => of.get(at),
        })
    }

    /// How many there are in a list.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.at(path).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// A text that has no languages. Empty where there is none.
    pub(crate) fn plain(&self, path: &str) -> String {
        self.at(path).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// A text in one language.
    pub(crate) fn words(&self, path: &str, lang: &str) -> String {
        text::get(self.at(path), lang)
    }

    /// An empty text takes the member away.
    pub(crate) fn set(&mut self, path: &str, word: &str) {
        let value = (!word.is_empty()).then(|| Value::from(word));
        self.put(path, value);
    }

    pub(crate) fn set_words(&mut self, path: &str, lang: &str, words: &str) {
        let (parent, member) = parted(path);
        if let Some(object) = self.object(parent) {
            text::set(object, member, lang, words);
        }
    }

    /// `None` takes the member away.
    pub(crate) fn put(&mut self, path: &str, value: Option<Value>) {
        let (parent, member) = parted(path);
        if let Some(object) = self.object(parent) {
            match value {
                Some(value) => drop(object.insert(member.to_owned(), value)),
                None => drop(object.shift_remove(member)),
            }
        }
    }

    /// At the end of a list, which is made where there is none.
    pub(crate) fn push(&mut self, path: &str, value: Value) {
        let (parent, member) = parted(path);
        if let Some(list) =
            self.object(parent).map(|object| object.entry(member).or_insert_with(|| json!([])))
            && let Some(list) = list.as_array_mut()
        {
            list.push(value);
        }
    }

    pub(crate) fn remove(&mut self, path: &str, at: usize) {
        let (parent, member) = parted(path);
        if let Some(list) = self.object(parent).and_then(|object| object.get_mut(member)?.as_array_mut())
            && at < list.len()
        {
            list.remove(at);
        }
    }

    /// The object at a path; members that are not there yet are made, items of lists are not.
    fn object(&mut self, path: &str) -> Option<&mut Map<String, Value>> {
        let mut steps = steps(path);
        let Some(first) = steps.next() else { return Some(&mut self.0) };
        let Step::Member(name) = first else { return None };
        let first = self.0.entry(name).or_insert_with(|| json!({}));
        let found = steps.try_fold(first, |of, step| match (step, of) {
            (Step::Member(name), Value::Object(object)) => {
                Some(object.entry(name).or_insert_with(|| json!({})))
            }
            (Step::Item(at), Value::Array(items)) => items.get_mut(at),
            _ => None,
        })?;
        found.as_object_mut()
    }
}

/// The path of the object, and the member's name.
fn parted(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split(['.', '[']).filter(|step| !step.is_empty()).map(|step| match step.strip_suffix(']') {
        Some(at) => Step::Item(at.parse().unwrap_or(usize::MAX)),
        None => Step::Member(step),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_the_form_does_not_know_survives_what_it_writes() {
        let text = r#"{"v":1,"x-own":{"a":[1,null]},"units":[{"id":"04795","name":"P","zalo":"1","counters":[{"id":"1","name":{"km":"ក"},"w":2}]}]}"#;
        let mut draft = Draft::parse(text).unwrap();
        draft.set_words("units[0].counters[0].name", "vi", "Quầy 1");
        draft.set("units[0].phone", "0218");
        draft.set("theme.accent", "#0b5446");
        draft.set("theme.accent", "");
        draft.push("units[0].counters", json!({"id": "2"}));
        draft.remove("units[0].counters", 1);
        draft.remove("units[7].counters", 1);
        draft.set("units[7].id", "lost");
        let mut wanted: Value = serde_json::from_str(text).unwrap();
        wanted["units"][0]["counters"][0]["name"]["vi"] = "Quầy 1".into();
        wanted["units"][0]["phone"] = "0218".into();
        wanted["theme"] = json!({});
        assert_eq!(Value::Object(draft.0), wanted);
    }

    #[test]
    fn a_mistake_is_told_at_the_field_that_it_is_about() {
        let mut draft = Draft::blank();
        let of = |draft: &Draft| -> Vec<(String, &'static str)> {
            draft.mistakes().into_iter().map(|one| (one.path, one.code)).collect()
        };
        assert_eq!(of(&draft).len(), 3, "{:?}", of(&draft));
        draft.set("name", "Phường");
        draft.set("units[0].id", "04795");
        draft.set("units[0].name", "Phường");
        assert_eq!(of(&draft), []);
        assert!(draft.site().is_some());
        draft.set("theme.accent", "#0b8d4e");
        draft.set("submit.url", "ftp://x");
        assert_eq!(
            of(&draft),
            [("theme.accent".to_owned(), "low-contrast"), ("submit.url".to_owned(), "bad-endpoint")]
        );
        draft.set("units[0].zalo", "1");
        let [(path, code)] = of(&draft).try_into().unwrap();
        assert!(path.starts_with("units[0]") && code == "wrong-shape", "{path}");
    }

    #[test]
    fn hostile_files_are_refused_or_harmless() {
        for text in ["", "[]", "nul", "{\"units\":3}", "{\"units\":[[[]]]}", "{\"submit\":null}"] {
            if let Ok(mut draft) = Draft::parse(text) {
                draft.set("units[0].id", "1");
                draft.set("submit.url", "/x");
                draft.push("units[0].counters", json!({}));
                assert!(!draft.mistakes().is_empty());
            }
        }
    }
}
