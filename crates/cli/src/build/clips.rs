//! `clips/<lang>.json`: words as they stand on the page → a recording of them in the folder `clips/`. For languages that no browser
//! has a voice for, and for people who read none.

use std::collections::BTreeMap;

use mot_cua_collector::files::Files;
use mot_cua_contract::Mistake;

use super::{Problems, Source, folder};

/// What browsers play; Opus is the smallest.
const KINDS: [&str; 5] = ["opus", "ogg", "webm", "m4a", "mp3"];

/// Whether the path is a list or a recording.
pub(crate) fn is_one(path: &str) -> bool {
    path.starts_with("clips/")
        && (folder::is_kind(path, "json") || KINDS.iter().any(|kind| folder::is_kind(path, kind)))
}

/// A list that names what is not there would be silent where it should speak.
pub(crate) fn check(source: &Source, problems: &mut Problems) {
    for (_, path) in source.list("clips/", ".json") {
        let Some(text) = source.text(path, problems) else { continue };
        match serde_json::from_str::<BTreeMap<String, String>>(text) {
            Ok(clips) => {
                for (words, clip) in clips {
                    if !source.files.contains_key(&format!("clips/{clip}")) {
                        let expected = "a recording below clips/, as clips/tay/hai-long.opus";
                        problems.add(path, Mistake::error("missing-clip", words, clip, expected));
                    }
                }
            }
            Err(error) => {
                let at = format!("line {} column {}", error.line(), error.column());
                let expected = "one object: {\"words on the page\": \"tay/file.opus\"}";
                problems.add(path, Mistake::error("not-a-list", at, error.to_string(), expected));
            }
        }
    }
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
