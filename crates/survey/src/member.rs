//! Members of a JSON object, read leniently and by hand: derived code for every shape costs the page kilobytes.

use mot_cua_contract::{Pairs, Text};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// `"words"` or `{"vi": "…"}`; other members of the object are passed over.
pub(crate) fn text(object: &Object, name: &str) -> Option<Text> {
    match object.get(name)? {
        Value::String(words) => Some(Text::One(words.clone())),
        Value::Object(members) => {
            let mut by_lang = Pairs::new();
            for (lang, words) in members {
                if let Some(words) = words.as_str() {
                    by_lang.insert(lang.clone(), words.to_owned());
                }
            }
            Some(Text::Many(by_lang))
        }
        _ => None,
    }
}

/// A string that is not empty.
pub(crate) fn string(object: &Object, name: &str) -> Option<String> {
    object.get(name)?.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

pub(crate) fn list<'a>(object: &'a Object, name: &str) -> Option<&'a Vec<Value>> {
    object.get(name)?.as_array()
}

/// Absent is false.
pub(crate) fn flag(object: &Object, name: &str) -> bool {
    object.get(name).and_then(Value::as_bool).unwrap_or(false)
}

pub(crate) fn whole(object: &Object, name: &str) -> Option<i64> {
    as_whole(object.get(name)?)
}

/// A whole number of at most nine digits, so that sums of a few cannot overflow.
pub(crate) fn as_whole(value: &Value) -> Option<i64> {
    value.as_i64().filter(|number| number.unsigned_abs() < 1_000_000_000)
}
