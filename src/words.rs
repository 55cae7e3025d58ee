//! Language packs: every text of the page that no definition or record brings.

use std::sync::Arc;

use mot_cua_contract::lean;
use serde_json::{Map, Value};

/// Key → words of one language. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words(Arc<Map<String, Value>>);

impl Words {
    /// A pack's text; strings that `fallback` has and this pack lacks are taken from there.
    pub(crate) fn read(json: &str, fallback: &Self) -> Option<Self> {
        let Value::Object(mut pack) = lean::parse(json)? else { return None };
        for (key, words) in fallback.0.iter() {
            if !pack.contains_key(key) {
                pack.insert(key.clone(), words.clone());
            }
        }
        Some(Self(Arc::new(pack)))
    }

    /// The words, or the key itself: a missing string is then seen and reported, not hidden.
    pub(crate) fn get(&self, key: &str) -> String {
        self.0.get(key).and_then(Value::as_str).unwrap_or(key).to_owned()
    }

    /// The words with `{0}` replaced.
    pub(crate) fn with(&self, key: &str, value: &str) -> String {
        self.get(key).replace("{0}", value)
    }
}
