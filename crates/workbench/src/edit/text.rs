//! Texts in one or several languages, as SurveyJS writes them: `"one"` or `{"vi": "một", "en": "one"}`.

use serde_json::{Map, Value};

/// Language of a text that names none. (Our own rule; SurveyJS's would be English.)
const FIRST: &str = "vi";

/// The words in one language; empty where there are none.
pub(crate) fn get(value: Option<&Value>, lang: &str) -> String {
    let words = match value {
        Some(Value::String(words)) if lang == FIRST => Some(words.as_str()),
        Some(Value::Object(all)) => {
            let own = all.get(lang).and_then(Value::as_str);
            own.or_else(|| all.get("default").filter(|_| lang == FIRST)?.as_str())
        }
        _ => None,
    };
    words.unwrap_or_default().to_owned()
}

/// Writes the words of one language into `member`; other languages stay. No words at all take the member away.
pub(crate) fn set(object: &mut Map<String, Value>, member: &str, lang: &str, words: &str) {
    let old = object.get(member).cloned();
    let new = match old {
        Some(Value::Object(mut all)) => {
            let key = if lang == FIRST && !all.contains_key(FIRST) && all.contains_key("default") {
                "default"
            } else {
                lang
            };
            put(&mut all, key, words);
            if all.is_empty() { None } else { Some(Value::Object(all)) }
        }
        _ if lang == FIRST => (!words.is_empty()).then(|| Value::from(words)),
        old => {
            let mut all = Map::new();
            put(&mut all, FIRST, old.as_ref().and_then(Value::as_str).unwrap_or_default());
            put(&mut all, lang, words);
            if all.is_empty() { None } else { Some(Value::Object(all)) }
        }
    };
    match new {
        Some(new) => drop(object.insert(member.to_owned(), new)),
        None => drop(object.shift_remove(member)),
    }
}

fn put(all: &mut Map<String, Value>, lang: &str, words: &str) {
    if words.is_empty() {
        all.shift_remove(lang);
    } else {
        all.insert(lang.to_owned(), words.into());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn languages_stand_side_by_side_and_leave_each_other_alone() {
        let mut one = json!({"title": "Một"}).as_object().cloned().unwrap();
        set(&mut one, "title", "en", "One");
        assert_eq!(one["title"], json!({"vi": "Một", "en": "One"}));
        set(&mut one, "title", "vi", "Mot");
        assert_eq!((get(one.get("title"), "vi"), get(one.get("title"), "en")), ("Mot".into(), "One".into()));
        set(&mut one, "title", "en", "");
        set(&mut one, "title", "vi", "");
        assert!(one.is_empty());
        let mut foreign = json!({"title": {"default": "A", "km": "ក"}}).as_object().cloned().unwrap();
        set(&mut foreign, "title", "vi", "B");
        assert_eq!(foreign["title"], json!({"default": "B", "km": "ក"}));
    }
}
