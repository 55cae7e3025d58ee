//! The words of the pages.

use mot_cua_contract::Site;
use serde_json::Value;

use super::escape;

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

    /// A line of notes for each unit of before that counts in that of today. `into`: of that one only.
    pub(super) fn merged(&self, site: &Site, into: Option<&str>) -> String {
        let of = site.merged.iter().filter(|merged| into.is_none_or(|into| merged.into == into));
        let line = of.map(|merged| {
            let today = site.unit(&merged.into).map_or(merged.into.as_str(), |unit| unit.name.get(self.lang));
            let says = self.fill("note.merged", &[merged.name.get(self.lang), today]);
            format!("<li>{}</li>", escape(&says))
        });
        line.collect::<Vec<_>>().concat()
    }

    pub(super) fn get(&self, key: &str) -> String {
        self.fill(key, &[])
    }
}
