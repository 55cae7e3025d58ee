//! The words for what is found: for designers, in Vietnamese and English.

use std::collections::BTreeMap;

use super::Finding;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    Vi,
    #[default]
    En,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub found: String,
    /// What is expected there, and how to mend it.
    pub fix: String,
}

const EN: &str = include_str!("../words/en.json");
const VI: &str = include_str!("../words/vi.json");

impl Finding {
    /// Code by code a pair `[found, fix]`, or `[found, fix, fix without a guess]`.
    pub fn said(&self, lang: Lang) -> Said {
        let words = words(if lang == Lang::Vi { VI } else { EN });
        let pair = words.get(self.code.as_str()).map(Vec::as_slice).unwrap_or_default();
        let guessed = self.about.iter().any(|(name, value)| *name == "meant" && !value.is_empty());
        let fix = pair.get(2).filter(|_| !guessed).or(pair.get(1));
        let filled = |text: Option<&String>| {
            let mut text = text.cloned().unwrap_or_else(|| self.code.as_str().to_owned());
            for (name, value) in &self.about {
                text = text.replace(&format!("<{name}>"), value);
            }
            text
        };
        Said { found: filled(pair.first()), fix: filled(fix) }
    }
}

fn words(text: &str) -> BTreeMap<String, Vec<String>> {
    // Our own file, a few kilobytes; the test below reads it.
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for text in [EN, VI] {
            let mut all = words(text);
            for code in Code::ALL {
                let pair = all.remove(code.as_str()).unwrap_or_default();
                assert!(matches!(pair.len(), 2 | 3), "{}", code.as_str());
                assert_eq!(
                    pair.len() == 3,
                    pair.iter().any(|words| words.contains("<meant>")),
                    "{}",
                    code.as_str()
                );
            }
            assert!(all.is_empty(), "words without a code: {all:?}");
        }
    }
}
