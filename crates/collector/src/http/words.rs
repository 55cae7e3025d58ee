//! The words of the few pages that the server writes itself: the site's language packs, else the built-in ones.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::intake::Desk;

const BUILT_IN: &str = include_str!("../../pages/words.json");

/// The words of `key` in every language of the site that has some, with the language's tag.
pub(super) fn words(desk: &Desk, key: &str) -> Vec<(String, String)> {
    let built_in: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(BUILT_IN).unwrap_or_default();
    let in_language = |lang: &String| {
        let pack = desk.files.get(&format!("locales/{lang}.json"));
        let pack: Option<Value> = pack.and_then(|file| serde_json::from_slice(file.bytes()).ok());
        let own = pack.as_ref().and_then(|pack| pack.get(key)).and_then(Value::as_str).map(str::to_owned);
        let words = own.or_else(|| built_in.get(lang)?.get(key).cloned())?;
        Some((lang.clone(), words))
    };
    desk.site.languages.iter().filter_map(in_language).collect()
}
