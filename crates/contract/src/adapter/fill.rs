//! Placeholders in the texts of a `submit`.

use serde_json::Value;

use crate::answer::Answer;
use crate::lean;

/// What placeholders are filled from: the answer as it travels.
pub(super) struct Filling<'a> {
    answer: &'a Answer,
    tree: Value,
}

impl<'a> Filling<'a> {
    pub(super) fn new(answer: &'a Answer) -> Self {
        Self { answer, tree: lean::parse(&answer.to_json()).unwrap_or_default() }
    }

    /// `null` for what the answer does not have.
    pub(super) fn placeholder(&self, name: &str) -> Value {
        match name {
            "key" => Value::from(self.key()),
            "receipt" => crate::receipt::receipt(&self.answer.id).map(Value::from).unwrap_or_default(),
            "answer" => self.tree.clone(),
            _ => name.split('.').try_fold(&self.tree, |of, name| of.get(name)).cloned().unwrap_or_default(),
        }
    }

    /// `id-rev`: what a record of one revision is called.
    fn key(&self) -> String {
        [&self.answer.id, "-", &self.answer.rev.to_string()].concat()
    }

    /// Placeholders inside a longer text become text: only `{id}`, `{rev}`, `{key}` and `{survey}`, which are letters, digits
    /// and hyphens and so fit into an address.
    pub(super) fn text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, value) in [
            ("{id}", &self.answer.id),
            ("{rev}", &self.answer.rev.to_string()),
            ("{key}", &self.key()),
            ("{survey}", &self.answer.survey),
        ] {
            text = text.replace(name, value);
        }
        text
    }

    /// A string that is one placeholder becomes the typed value; one that holds some becomes text.
    pub(super) fn value(&self, template: &Value) -> Value {
        match template {
            Value::String(text) => match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
                Some(name) if !name.contains('{') => self.placeholder(name),
                _ => Value::from(self.text(text)),
            },
            Value::Array(items) => Value::Array(items.iter().map(|item| self.value(item)).collect()),
            Value::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (name.clone(), self.value(value))).collect())
            }
            other => other.clone(),
        }
    }
}
