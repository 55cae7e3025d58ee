//! Photos. The answer is SurveyJS's list of files, whose `content` is the hash of a photo that travels by itself:
//! `[{"name": "photo-1.jpg", "type": "image/jpeg", "content": "sha256:…"}]`. A file's own name is never in it.

use serde_json::{Map, Value};

/// Bytes of one photo, at most.
pub const MOST_PHOTO_BYTES: usize = 300 * 1024;
/// Photos of one question, at most.
const MOST_PHOTOS: u64 = 5;
const MEDIA: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

#[derive(Debug, Clone)]
pub struct File {
    /// Photos that may be given.
    pub most: usize,
    /// Bytes of each, at most; the page makes them so small.
    pub largest: usize,
}

impl File {
    pub(super) fn of(object: &Map<String, Value>) -> Self {
        let number = |name: &str| object.get(name).and_then(Value::as_u64).filter(|number| *number > 0);
        let several = object.get("allowMultiple").and_then(Value::as_bool) == Some(true);
        let most = if several { number("maxFiles").unwrap_or(MOST_PHOTOS).min(MOST_PHOTOS) } else { 1 };
        let largest = number("maxSize").and_then(|size| usize::try_from(size).ok());
        Self {
            most: usize::try_from(most).unwrap_or(1),
            largest: largest.unwrap_or(MOST_PHOTO_BYTES).min(MOST_PHOTO_BYTES),
        }
    }

    pub(in crate::model) fn fits(&self, value: &Value) -> bool {
        let photo = |one: &Value| {
            let text = |name: &str| one.get(name).and_then(Value::as_str);
            text("name").is_some_and(|name| name.len() <= 60)
                && text("type").is_some_and(|media| MEDIA.contains(&media))
                && hash_of(one).is_some()
        };
        value.as_array().is_some_and(|all| all.len() <= self.most && all.iter().all(photo))
    }
}

/// One photo of an answer. `nth`: from 1.
pub fn photo_value(nth: usize, sha256: &str) -> Value {
    let mut photo = Map::new();
    photo.insert("name".to_owned(), ["photo-", &nth.to_string(), ".jpg"].concat().into());
    photo.insert("type".to_owned(), "image/jpeg".into());
    photo.insert("content".to_owned(), ["sha256:", sha256].concat().into());
    Value::Object(photo)
}

/// Hash (hex) that one photo of an answer names. `None`: it is none.
pub fn hash_of(photo: &Value) -> Option<&str> {
    let hash = photo.get("content")?.as_str()?.strip_prefix("sha256:")?;
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (hash.len() == 64 && hash.bytes().all(hex)).then_some(hash)
}

/// Hashes of all photos in the answers, each once, wherever they stand.
pub fn photo_hashes(answers: &Map<String, Value>) -> Vec<String> {
    let mut found = Vec::new();
    answers.values().for_each(|value| gather(value, &mut found));
    found
}

fn gather(value: &Value, found: &mut Vec<String>) {
    if let Some(hash) = hash_of(value)
        && !found.iter().any(|known| known == hash)
    {
        found.push(hash.to_owned());
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(members) => members.values().for_each(|member| gather(member, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_photo_is_a_hash_and_nothing_that_names_anybody() {
        let one = File { most: 1, largest: 1 };
        let hash = "ab".repeat(32);
        let photo = photo_value(1, &hash);
        assert!(one.fits(&json!([photo])));
        assert!(!one.fits(&json!([photo, photo])), "one");
        assert!(
            !one.fits(
                &json!([{"name": "a.jpg", "type": "image/jpeg", "content": "data:image/jpeg;base64,AA"}])
            )
        );
        assert!(!one.fits(&json!([{"name": "a.svg", "type": "image/svg+xml", "content": photo["content"]}])));
        assert!(!one.fits(&photo));
        let answers = json!({"a": [photo], "rows": [{"b": [photo]}], "c": {"content": "sha256:zz"}});
        assert_eq!(photo_hashes(answers.as_object().unwrap()), [hash]);
    }

    #[test]
    fn a_designer_can_ask_for_less_and_never_for_more() {
        let of = |value: serde_json::Value| File::of(value.as_object().unwrap());
        assert_eq!((of(json!({})).most, of(json!({})).largest), (1, MOST_PHOTO_BYTES));
        assert_eq!(of(json!({"maxFiles": 3})).most, 1);
        assert_eq!(of(json!({"allowMultiple": true, "maxFiles": 3})).most, 3);
        assert_eq!(of(json!({"allowMultiple": true, "maxFiles": 99, "maxSize": 9_000_000})).most, 5);
        assert_eq!(of(json!({"maxSize": 50_000})).largest, 50_000);
    }
}
