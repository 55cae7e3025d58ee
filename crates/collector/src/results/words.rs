//! The words of the pages.

use serde_json::Value;

#[derive(Debug)]
pub(super) struct Words {
    pub(super) lang: &'static str,
    words: Value,
}

impl Words {
    /// English for `en`, else Vietnamese.
    pub(super) fn of(lang: &str) -> Self {
        let (lang, text) = if lang == "en" {
            ("en", include_str!("../../pages/results/en.json"))
        } else {
            ("vi", include_str!("../../pages/results/vi.json"))
        };
        Self { lang, words: serde_json::from_str(text).unwrap_or_default() }
    }

    /// Words with their blanks filled in order of `{}`; the key itself where there are none.
    pub(super) fn fill(&self, key: &str, blanks: &[&str]) -> String {
        let words = self.words.get(key).and_then(Value::as_str).unwrap_or(key);
        let mut pieces = words.split("{}");
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces
            .zip(blanks.iter().chain(std::iter::repeat(&"")))
            .fold(first, |text, (piece, blank)| text + blank + piece)
    }

    pub(super) fn get(&self, key: &str) -> String {
        self.fill(key, &[])
    }
}
