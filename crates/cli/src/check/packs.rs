//! `locales/*.json`: flat objects of words. Vietnamese is the measure of all others.

use std::collections::BTreeMap;

use mot_cua_contract::{Mistake, Site};

use super::{Found, missing};

type Pack = BTreeMap<String, String>;

pub(super) fn all(texts: &BTreeMap<&str, &str>, site: Option<&Site>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut packs: BTreeMap<&str, Pack> = BTreeMap::new();
    for (path, text) in texts.iter().filter(|(path, _)| path.starts_with("locales/")) {
        let (pack, mistakes) = one(text);
        found.extend(mistakes.into_iter().map(|mistake| ((*path).to_owned(), mistake)));
        packs.extend(pack.map(|pack| (*path, pack)));
    }
    for lang in site.map(|site| site.languages.as_slice()).unwrap_or_default() {
        let path = format!("locales/{lang}.json");
        if !texts.contains_key(path.as_str()) {
            found.push((path, missing("the words of a language that site.json names")));
        }
    }
    let Some(measure) = packs.get("locales/vi.json") else { return found };
    for (path, pack) in packs.iter().filter(|(path, _)| **path != "locales/vi.json") {
        found.extend(compare(measure, pack).into_iter().map(|mistake| ((*path).to_owned(), mistake)));
    }
    found
}

/// One pack by itself.
pub(super) fn one(text: &str) -> (Option<Pack>, Vec<Mistake>) {
    match serde_json::from_str::<Pack>(text) {
        Ok(pack) => {
            let blank = pack.iter().filter(|(_, words)| words.trim().is_empty());
            let mistakes = blank
                .map(|(key, _)| Mistake::error("missing-words", key, "nothing", "the words of this key"))
                .collect();
            (Some(pack), mistakes)
        }
        Err(error) => {
            let at = format!("line {} column {}", error.line(), error.column());
            let expected = "one object of texts: {\"key\": \"words\"}";
            (None, vec![Mistake::error("not-a-pack", at, error.to_string(), expected)])
        }
    }
}

fn compare(measure: &Pack, pack: &Pack) -> Vec<Mistake> {
    let mut found = Vec::new();
    for (key, words) in measure {
        match pack.get(key) {
            None => found.push(Mistake::warning(
                "missing-words",
                key,
                "no such key",
                format!("the words for: {words}"),
            )),
            Some(own) if marks(own) != marks(words) => {
                found.push(Mistake::error(
                    "other-marks",
                    key,
                    own,
                    format!("the same {{…}} as in Vietnamese: {words}"),
                ));
            }
            Some(_) => {}
        }
    }
    // A language that counts may add the form for one to a key that there is.
    let counted = |key: &str| key.strip_suffix(".one").is_some_and(|key| measure.contains_key(key));
    let strange = pack.keys().filter(|key| !measure.contains_key(*key) && !counted(key));
    found.extend(strange.map(|key| {
        Mistake::warning("unknown-key", key, "a key that Vietnamese has not", "a key that is used")
    }));
    found
}

/// `{0}`, `{1}` … in a text, sorted.
fn marks(words: &str) -> Vec<&str> {
    let mut marks: Vec<&str> =
        words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(mark, _)| mark).collect();
    marks.sort_unstable();
    marks
}
