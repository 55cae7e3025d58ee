//! A text in one or several languages, as SurveyJS writes it: `"one"` or `{"vi": "một", "en": "one"}`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::lean::FromJson;
use crate::pairs::Pairs;

/// A text for people. Never HTML: whoever shows it makes a text node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// The same words whatever the language.
    One(String),
    /// Language tag (BCP 47, lower case) → words. The key `default` stands for every language not named.
    Many(Pairs),
}

impl Text {
    /// The words for `lang`, else for `default`, else Vietnamese, else whatever is first; empty if there is none.
    pub fn get(&self, lang: &str) -> &str {
        match self {
            Self::One(words) => words,
            Self::Many(by_lang) => by_lang
                .get(lang)
                .or_else(|| by_lang.get("default"))
                .or_else(|| by_lang.get("vi"))
                .or_else(|| by_lang.values().next())
                .map_or("", String::as_str),
        }
    }

    /// Whether `lang` has words of its own (or the text is the same in all).
    pub fn has(&self, lang: &str) -> bool {
        match self {
            Self::One(_) => true,
            Self::Many(by_lang) => by_lang.get(lang).is_some_and(|words| !words.trim().is_empty()),
        }
    }

    /// True where no language has a visible character.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::One(words) => words.trim().is_empty(),
            Self::Many(by_lang) => by_lang.values().all(|words| words.trim().is_empty()),
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl FromJson for Text {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, value: &Value) -> bool {
        match value {
            Value::String(words) => {
                *self = Self::One(words.clone());
                true
            }
            Value::Object(_) => {
                let mut by_lang = Pairs::new();
                let well = by_lang.fill(value);
                *self = Self::Many(by_lang);
                well
            }
            _ => false,
        }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::One(words.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_default_then_vietnamese() {
        let text: Text = serde_json::from_str(r#"{"vi":"một","en":"one"}"#).unwrap();
        assert_eq!(text.get("en"), "one");
        assert_eq!(text.get("km"), "một");
        assert!(!text.has("km"));
        let text: Text = serde_json::from_str(r#"{"default":"uno","vi":"một"}"#).unwrap();
        assert_eq!(text.get("km"), "uno");
        assert_eq!(Text::One("x".into()).get("vi"), "x");
    }
}
