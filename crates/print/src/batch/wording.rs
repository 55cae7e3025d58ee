//! The words on the sheets: ours, a site's over them, and a clerk's over both, word by word.

use std::collections::BTreeMap;

use mot_cua_contract::Purpose;

use crate::poster::{Lines, Words};
use crate::sheet::Begin;

/// Language → key → words.
pub type Packs = BTreeMap<String, BTreeMap<String, String>>;

const OWN: [(&str, &str); 2] = [
    ("vi", include_str!("../../../../public/locales/vi.json")),
    ("en", include_str!("../../../../public/locales/en.json")),
];

/// Keys of all that is said on the sheets.
pub const WORDS: [&str; 17] = [
    "static.print.rate",
    "static.print.rateHow",
    "static.print.look",
    "static.print.lookHow",
    "static.poster.say",
    "static.poster.sayHow",
    "static.print.scan",
    "static.print.type",
    "static.poster.same",
    "static.poster.call",
    "static.print.free",
    "static.poster.first",
    "static.poster.firstPrint",
    "static.poster.firstScan",
    "static.poster.firstMeasure",
    "static.poster.firstPlaces",
    "static.poster.ruler",
];

/// What is said, in which languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// The first is the largest.
    languages: Vec<String>,
    packs: Packs,
}

/// A file of words that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotWords {
    #[error("expected {{\"vi\": {{\"key\": \"words\"}}}}, found {0}")]
    Json(String),
    #[error("{lang} has {key}, expected one of the keys that --template FILE.json writes")]
    Key { lang: String, key: String },
}

impl Wording {
    /// Ours. `None`: in all languages that we have.
    pub fn own(languages: Option<&[String]>) -> Self {
        let packs = own();
        let languages =
            languages.map_or_else(|| OWN.map(|(lang, _)| lang.to_owned()).to_vec(), <[_]>::to_vec);
        Self { languages, packs }
    }

    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// These words instead of those that were there. Keys of other things than sheets are let pass.
    pub fn say(&mut self, lang: &str, words: impl IntoIterator<Item = (String, String)>) {
        self.packs.entry(lang.to_owned()).or_default().extend(words);
    }

    /// What a clerk wrote into the file that [`Wording::template`] gave.
    ///
    /// # Errors
    /// [`NotWords`].
    pub fn read(text: &str) -> Result<Packs, NotWords> {
        let text = text.trim_start_matches('\u{feff}');
        let packs: Packs = serde_json::from_str(text).map_err(|error| NotWords::Json(error.to_string()))?;
        for (lang, words) in &packs {
            if let Some(key) = words.keys().find(|key| !WORDS.contains(&key.as_str())) {
                return Err(NotWords::Key { lang: lang.clone(), key: key.clone() });
            }
        }
        Ok(packs)
    }

    /// All words as they are, to be changed.
    pub fn template() -> String {
        serde_json::to_string_pretty(&own()).unwrap_or_default() + "\n"
    }

    /// In every language that has the key; ours stand in only where the first language has none.
    fn lines(&self, key: &str) -> Lines {
        let words = |lang: &String| self.packs.get(lang)?.get(key).cloned();
        let said: Lines = self.languages.iter().filter_map(words).collect();
        if said.is_empty() {
            self.packs.get("vi").and_then(|pack| pack.get(key)).cloned().into_iter().collect()
        } else {
            said
        }
    }

    /// `{unit}` and `{counter}` stand for the names in the same language.
    pub(super) fn words(
        &self,
        purpose: Purpose,
        phone: Option<&str>,
        (office, desk): (&Lines, &Lines),
    ) -> Words {
        let name = |names: &Lines, at: usize| names.get(at).or(names.first()).cloned().unwrap_or_default();
        let say = |key: &str| -> Lines {
            let lines = self.lines(key).into_iter().enumerate();
            lines
                .map(|(at, line)| {
                    line.replace("{unit}", &name(office, at)).replace("{counter}", &name(desk, at))
                })
                .collect()
        };
        let (headline, how) = match purpose {
            Purpose::Rate => ("static.print.rate", "static.print.rateHow"),
            Purpose::Look => ("static.print.look", "static.print.lookHow"),
            Purpose::Say => ("static.poster.say", "static.poster.sayHow"),
        };
        let call = |phone: &str| {
            say("static.poster.call").iter().take(1).map(|line| line.replace("{0}", phone)).collect()
        };
        Words {
            headline: say(headline),
            how: say(how),
            scan: say("static.print.scan"),
            or: say("static.print.type"),
            same: say("static.poster.same"),
            call: phone.map(call).unwrap_or_default(),
            free: say("static.print.free"),
        }
    }

    pub(super) fn begin(&self, places: Vec<String>) -> Begin {
        let first = |key: &str| self.lines(key).into_iter().next();
        let steps = ["static.poster.firstPrint", "static.poster.firstScan", "static.poster.firstMeasure"];
        Begin {
            title: self.lines("static.poster.first"),
            steps: steps.into_iter().filter_map(first).collect(),
            ruler: self.lines("static.poster.ruler"),
            follows: first("static.poster.firstPlaces").unwrap_or_default(),
            places,
        }
    }
}

/// Ours, without what other things than sheets say.
fn own() -> Packs {
    let pack = |(lang, text): (&str, &str)| {
        let mut words: BTreeMap<String, String> = serde_json::from_str(text).unwrap_or_default();
        words.retain(|key, _| WORDS.contains(&key.as_str()));
        (lang.to_owned(), words)
    };
    OWN.into_iter().map(pack).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn we_have_words_for_all_that_is_said_and_a_file_has_no_other_keys() {
        for (lang, words) in own() {
            assert_eq!(words.len(), WORDS.len(), "{lang}");
        }
        assert_eq!(Wording::read(&Wording::template()).unwrap(), own());
        assert!(matches!(Wording::read("[]"), Err(NotWords::Json(_))));
        assert!(matches!(Wording::read(r#"{"vi":{"static.x":"y"}}"#), Err(NotWords::Key { .. })));
    }
}
