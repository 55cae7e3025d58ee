//! Language packs: `locales/<lang>.json`, a flat object of words.

use std::collections::BTreeMap;

use mot_cua_contract::{Mistake, Site};

use super::html::by_language;
use super::{Problems, Source};

/// Words of what stands beside the page: settings, the tablet at the counter. They are loaded with its script.
const SIDE: [&str; 1] = ["side."];
/// Groups of words that no page shows: they are in what the build writes.
const BUILD: [&str; 2] = ["static.", "promise."];
/// Groups of words that the page of every question type alone shows.
const FULL: [&str; 1] = ["full."];
/// That the page of every look-up screen alone shows.
const MORE: [&str; 6] = ["ward.", "life.", "desk.", "slip.", "filter.", "remind."];
/// That all but the page of every question type show.
const LOOK: [&str; 6] = ["look.", "procedure.", "way.", "fee.", "time.", "document."];

/// Language → key → words, for every language of the site.
#[derive(Debug, Default)]
pub(crate) struct Packs {
    languages: Vec<String>,
    by_language: BTreeMap<String, BTreeMap<String, String>>,
}

impl Packs {
    pub(crate) fn read(source: &Source, site: &Site, problems: &mut Problems) -> Self {
        let mut packs = Self { languages: site.languages.clone(), ..Self::default() };
        for lang in &site.languages {
            let path = path(lang);
            let Some(text) = source.text(&path, problems) else { continue };
            match serde_json::from_str(text) {
                Ok(pack) => {
                    packs.by_language.insert(lang.clone(), pack);
                }
                Err(e) => {
                    let at = format!("line {} column {}", e.line(), e.column());
                    problems.add(
                        &path,
                        Mistake::error(
                            "not-a-pack",
                            at,
                            e.to_string(),
                            "one object of texts: {\"key\": \"words\"}",
                        ),
                    );
                }
            }
        }
        packs
    }

    /// What every pack must have and does not; `keys` are those that pages name.
    pub(crate) fn check(&self, keys: &[String], problems: &mut Problems) {
        for (lang, pack) in &self.by_language {
            for key in keys.iter().filter(|key| pack.get(*key).is_none_or(|words| words.trim().is_empty())) {
                let words = "the words of this key";
                // Another language falls back on the first, word by word.
                let mistake = if self.languages.first() == Some(lang) {
                    Mistake::error("missing-words", key, "nothing", words)
                } else {
                    Mistake::warning("missing-words", key, "nothing", words)
                };
                problems.add(&path(lang), mistake);
            }
        }
    }

    /// `locales/core/<lang>.json`, `…/full/…` and `…/more/…`: the words that each of the three pages can come to show; `…/side/…`
    /// those beside it. What is stamped into the page needs no second journey. Words that a language lacks are the first one's.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (String, String)> {
        let part = |folder: &str, lang: &str, keep: &dyn Fn(&str) -> bool| {
            let words: BTreeMap<_, _> = self.whole(lang).into_iter().filter(|(key, _)| keep(key)).collect();
            (format!("locales/{folder}/{lang}.json"), serde_json::to_string(&words).unwrap_or_default())
        };
        self.languages.iter().flat_map(move |lang| {
            let without = |key: &str, groups: &[&[&str]]| {
                !BUILD.iter().chain(groups.concat().iter()).any(|group| key.starts_with(group))
            };
            [
                part("core", lang, &|key| without(key, &[&SIDE, &FULL, &MORE])),
                part("full", lang, &|key| without(key, &[&SIDE, &LOOK, &MORE])),
                part("more", lang, &|key| without(key, &[&SIDE, &FULL])),
                part("side", lang, &|key| SIDE.iter().any(|group| key.starts_with(group))),
            ]
        })
    }

    /// A language's own words, and the first language's where it has none.
    fn whole(&self, lang: &str) -> BTreeMap<&String, &String> {
        let first = self.languages.first().map_or("vi", String::as_str);
        let words = |lang: &str| self.by_language.get(lang).into_iter().flatten();
        // The form for one of a thing is a language's own: who has none says it with the other words.
        words(first).filter(|(key, _)| key.strip_suffix(".one").is_none()).chain(words(lang)).collect()
    }

    /// The words in one language; in the site's first where that one has none; the key where none has.
    pub(crate) fn one(&self, lang: &str, key: &str) -> String {
        let first = self.languages.first().map_or("vi", String::as_str);
        let words = |lang: &str| self.by_language.get(lang)?.get(key);
        words(lang).or_else(|| words(first)).map_or(key, String::as_str).to_owned()
    }

    /// Whether that language has words of its own for the key.
    pub(crate) fn has(&self, lang: &str, key: &str) -> bool {
        self.by_language.get(lang).is_some_and(|pack| pack.contains_key(key))
    }

    /// The words in every language side by side.
    pub(crate) fn spans(&self, key: &str) -> String {
        by_language(&self.languages, |lang| self.one(lang, key))
    }
}

fn path(lang: &str) -> String {
    format!("locales/{lang}.json")
}
