//! The words of the workbook.

use serde_json::Value;

#[derive(Debug)]
pub(super) struct Words(Value);

impl Words {
    /// English for `en`, else Vietnamese.
    pub(super) fn of(lang: &str) -> Self {
        let text = if lang == "en" { include_str!("words/en.json") } else { include_str!("words/vi.json") };
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    /// The key itself where it has no words; a test keeps that from happening.
    pub(super) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).and_then(Value::as_str).unwrap_or(key)
    }
}
