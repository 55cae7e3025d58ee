//! A few names with a text each, in the order written. The page holds three such lists; a tree of the standard library
//! for them is 1.4 KB of its WebAssembly, brotli.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::lean::FromJson;

/// Name → text; no name stands twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub fn new() -> Self {
        Self::default()
    }

    /// `None`: the name is not there.
    pub fn get(&self, name: &str) -> Option<&String> {
        self.iter().find(|(known, _)| *known == name).map(|(_, text)| text)
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The later of two with one name stays.
    pub fn insert(&mut self, name: String, text: String) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = text,
            None => self.0.push((name, text)),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&String, &String)> {
        self.0.iter().map(|(name, text)| (name, text))
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut String)> {
        self.0.iter_mut().map(|(name, text)| (&*name, text))
    }

    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.iter().map(|(name, _)| name)
    }

    pub fn values(&self) -> impl Iterator<Item = &String> {
        self.iter().map(|(_, text)| text)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::ops::Index<&str> for Pairs {
    type Output = str;

    /// Empty where the name is not there.
    fn index(&self, name: &str) -> &str {
        self.get(name).map_or("", String::as_str)
    }
}

impl FromIterator<(String, String)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut all = Self::new();
        for (name, text) in pairs {
            all.insert(name, text);
        }
        all
    }
}

impl FromJson for Pairs {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, value: &Value) -> bool {
        let Value::Object(members) = value else { return value.is_null() };
        let mut well = true;
        for (name, value) in members {
            let mut text = String::new();
            well &= text.fill(value);
            self.insert(name.clone(), text);
        }
        well
    }
}

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Pairs;

            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("an object of texts")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<Pairs, M::Error> {
                let mut all = Pairs::new();
                while let Some((name, text)) = members.next_entry()? {
                    all.insert(name, text);
                }
                Ok(all)
            }
        }
        deserializer.deserialize_map(All)
    }
}
