//! `clips/<lang>.json`: words as they stand on the page → a recording of them in the folder `clips/`. For languages that no browser
//! has a voice for, and for people who read none.

use std::collections::BTreeMap;

use mot_cua_collector::files::Files;
use mot_cua_contract::Mistake;

use super::{Source, folder};

/// What browsers play; Opus is the smallest.
const KINDS: [&str; 5] = ["opus", "ogg", "webm", "m4a", "mp3"];

/// Whether the path is a list or a recording.
pub(crate) fn is_one(path: &str) -> bool {
    path.starts_with("clips/")
        && (folder::is_kind(path, "json") || KINDS.iter().any(|kind| folder::is_kind(path, kind)))
}

/// A list that names what is not there would be silent where it should speak. With the list's path.
pub(crate) fn mistakes(source: &Source) -> Vec<(String, Mistake)> {
    let of = |path: &str, bytes: &[u8]| match serde_json::from_slice::<BTreeMap<String, String>>(bytes) {
        Ok(clips) => {
            let missing =
                clips.into_iter().filter(|(_, clip)| !source.files.contains_key(&format!("clips/{clip}")));
            let expected = "a recording below clips/, as clips/tyz/hai-long.opus";
            let told =
                |(words, clip)| (path.to_owned(), Mistake::error("missing-clip", words, clip, expected));
            missing.map(told).collect()
        }
        Err(error) => {
            let at = format!("line {} column {}", error.line(), error.column());
            let expected = "one object: {\"words on the page\": \"tyz/file.opus\"}";
            vec![(path.to_owned(), Mistake::error("not-a-list", at, error.to_string(), expected))]
        }
    };
    let lists = source.list("clips/", ".json");
    lists
        .flat_map(|(_, path)| source.files.get(path).map_or_else(Vec::new, |bytes| of(path, bytes)))
        .collect()
}

/// Language → address of its list.
pub(crate) fn listed(
    files: &Files,
    languages: &[String],
    address: impl Fn(&str) -> String,
) -> BTreeMap<String, String> {
    let path = |lang: &String| format!("clips/{lang}.json");
    let there = languages.iter().filter(|lang| files.get(&path(lang)).is_some());
    there.map(|lang| (lang.clone(), address(&path(lang)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_whole_or_told() {
        let with = |list: &str| {
            let files = [("clips/tyz.json", list), ("clips/tyz/a.opus", "x")];
            mistakes(&Source::of(files.map(|(path, text)| (path.to_owned(), text.into())).into()))
        };
        assert!(with(r#"{"Hài lòng": "tyz/a.opus"}"#).is_empty());
        let told = with(r#"{"Hài lòng": "tyz/b.opus"}"#);
        assert_eq!(told.iter().map(|(_, mistake)| mistake.code).collect::<Vec<_>>(), ["missing-clip"]);
        assert_eq!(with("[]").len(), 1);
        assert!(is_one("clips/tyz/a.opus") && !is_one("clips/tyz/a.exe") && !is_one("a.opus"));
    }
}
