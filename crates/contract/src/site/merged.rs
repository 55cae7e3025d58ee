//! Units of before a merger: what was answered there counts for the unit of today.

use serde::{Deserialize, Serialize};

use super::Site;
use crate::text::Text;

/// A unit that is no more.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Merged {
    /// The id that its posters bear. No unit of the site has it.
    pub id: String,
    pub name: Text,
    /// Id of the [`super::Unit`] that it became a part of.
    pub into: String,
}

impl Site {
    /// The unit of before that had this id. `None`: it is a unit of today, or nobody's.
    pub fn merged(&self, unit: &str) -> Option<&Merged> {
        self.merged.iter().find(|merged| merged.id == unit)
    }

    /// Units of before that are a part of this one now.
    pub fn parts_of<'a>(&'a self, unit: &'a str) -> impl Iterator<Item = &'a Merged> {
        self.merged.iter().filter(move |merged| merged.into == unit)
    }
}
