//! Language packs: every text of the page that no definition or record brings.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Key → words of one language. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words(Arc<BTreeMap<String, String>>);

impl Words {
    /// A pack's text; strings that `fallback` has and this pack lacks are taken from there.
    pub(crate) fn read(json: &str, fallback: &Self) -> Option<Self> {
        let mut pack: BTreeMap<String, String> = serde_json::from_str(json).ok()?;
        for (key, words) in fallback.0.iter() {
            pack.entry(key.clone()).or_insert_with(|| words.clone());
        }
        Some(Self(Arc::new(pack)))
    }

    /// The words, or the key itself: a missing string is then seen and reported, not hidden.
    pub(crate) fn get(&self, key: &str) -> String {
        self.0.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// The words with `{0}` replaced.
    pub(crate) fn with(&self, key: &str, value: &str) -> String {
        self.get(key).replace("{0}", value)
    }
}
