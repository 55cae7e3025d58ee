//! Everyday language beside official titles: what people say, what they call a procedure, what is done elsewhere.
//!
//! Data: this crate ships one table (`data/words.json`), a ward adds its own (`catalogue/words.json`, same shape). Only
//! the building of an index reads it; the page gets it inside the index.

use std::collections::BTreeMap;

use mot_cua_contract::Pairs;
use serde::Deserialize;

/// `catalogue/words.json`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Words {
    /// Version of this shape: 1.
    pub v: u8,
    /// Where the words come from.
    #[serde(rename = "$about")]
    pub about: String,
    pub everyday: Vec<Everyday>,
    /// Words that hardly count: "for me", "how much".
    pub filler: Vec<String>,
    /// Code of a procedure → what people call it.
    pub names: BTreeMap<String, Vec<String>>,
    pub elsewhere: Vec<Elsewhere>,
    /// Codes that are asked for most: ranked before others as good.
    pub popular: Vec<String>,
    /// Codes that the ward itself puts first.
    pub pins: Vec<String>,
}

/// What people say → what titles say. A form matches whole syllables, with or without its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Everyday {
    pub means: String,
    pub say: Vec<String>,
}

/// What another office does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// By language tag.
    pub office: Pairs,
    pub say: Vec<String>,
}

impl Words {
    /// The table of this crate.
    pub fn shipped() -> Self {
        // A test reads it.
        serde_json::from_str(include_str!("../data/words.json")).unwrap_or_default()
    }

    /// This table and the ward's; where both name a form of speech, the ward's meaning is found first.
    #[must_use]
    pub fn extended(mut self, ward: Self) -> Self {
        self.everyday.splice(0..0, ward.everyday);
        self.filler.extend(ward.filler);
        for (code, names) in ward.names {
            self.names.entry(code).or_default().extend(names);
        }
        self.elsewhere.splice(0..0, ward.elsewhere);
        self.popular.extend(ward.popular);
        self.pins.extend(ward.pins);
        self
    }
}
