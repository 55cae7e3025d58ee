//! What the workbench says, in Vietnamese and English.

use std::cell::OnceCell;

use mot_cua_sheets::xlsform;
use serde_json::{Map, Value};

/// Languages of the workbench itself; a survey may have others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Lang {
    #[default]
    Vi,
    En,
}

impl Lang {
    pub(crate) const ALL: [Self; 2] = [Self::Vi, Self::En];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// `None`: none of ours.
    pub(crate) fn of(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.as_str() == tag)
    }
}

impl From<Lang> for xlsform::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Vi => Self::Vi,
            Lang::En => Self::En,
        }
    }
}

const VI: &str = include_str!("../words/vi.json");
const EN: &str = include_str!("../words/en.json");

thread_local! {
    static READ: [OnceCell<Map<String, Value>>; 2] = const { [OnceCell::new(), OnceCell::new()] };
}

/// The words of a key; the key itself where there are none, which a test forbids.
pub(crate) fn say(lang: Lang, key: &str) -> String {
    READ.with(|[vi, en]| {
        let (cell, text) = match lang {
            Lang::Vi => (vi, VI),
            Lang::En => (en, EN),
        };
        let all = cell.get_or_init(|| serde_json::from_str(text).unwrap_or_default());
        all.get(key).and_then(Value::as_str).unwrap_or(key).to_owned()
    })
}

/// The same with `{0}` and `{1}` filled in.
pub(crate) fn say_with(lang: Lang, key: &str, values: &[&str]) -> String {
    let filled = |text: String, (at, value): (usize, &&str)| {
        text.replace(&["{", &at.to_string(), "}"].concat(), value)
    };
    values.iter().enumerate().fold(say(lang, key), filled)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_languages_say_the_same_things_and_no_key_of_the_code_is_missing() {
        let keys = |text| serde_json::from_str::<std::collections::BTreeMap<String, String>>(text).unwrap();
        let (vi, en) = (keys(VI), keys(EN));
        assert_eq!(vi.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
        let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut open = vec![sources];
        let mut text = String::new();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if !path.ends_with("words.rs") {
                text += &std::fs::read_to_string(path).unwrap();
            }
        }
        for key in vi.keys() {
            let (group, name) = key.split_once('.').unwrap();
            assert!(
                text.contains(&format!("\"{key}\"")) || text.contains(&format!("\"{group}.\"")),
                "{group} {name} is never said"
            );
        }
        for door in [".t(\"", "word(\"", "word_with(\"", "say(\""] {
            for part in text.split(door).skip(1) {
                let key = part.split('"').next().unwrap();
                assert!(vi.contains_key(key), "no words for {key}");
            }
        }
    }
}
