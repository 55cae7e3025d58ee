//! Units of before a merger: what was answered there counts for the unit of today.

use serde::{Deserialize, Serialize};

use super::{Counter, Site, Unit};
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
    /// Those that its posters name. A poster of a counter that is not here counts for the unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counters: Vec<Counter>,
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

    /// The units of before as a page shows them to whoever scans an old poster: named and reached like that of today, under the id
    /// that the poster bears, so that the answer is of that place.
    pub fn units_of_before(&self) -> Vec<Unit> {
        let as_today = |merged: &Merged| {
            let today = self.unit(&merged.into)?.clone();
            Some(Unit { id: merged.id.clone(), counters: merged.counters.clone(), ..today })
        };
        self.merged.iter().filter_map(as_today).collect()
    }

    /// What a page of this unit carries: it alone, and what was merged into it, for those who come by its old codes.
    #[must_use]
    pub fn slice(&self, unit: &str) -> Self {
        let is_of = |id: &str| {
            id.eq_ignore_ascii_case(unit) || self.merged(id).is_some_and(|merged| merged.into == unit)
        };
        let mut whole = self.whole();
        whole.units.retain(|one| is_of(&one.id));
        whole
    }

    /// What a page carries that any code may lead to.
    #[must_use]
    pub fn whole(&self) -> Self {
        let units = self.units.iter().cloned().chain(self.units_of_before()).collect();
        Self { units, merged: Vec::new(), ..self.clone() }
    }

    /// What a counter is called, of the unit that its answers count in today: `04792-1` was counter 1 of another. `None`: the site
    /// does not know it.
    pub fn counter_name(&self, unit: &str, counter: &str, lang: &str) -> Option<String> {
        if let Some(known) = self.unit(unit)?.counter(counter) {
            return Some(known.name.get(lang).to_owned());
        }
        let (before, counter) = counter.split_once('-')?;
        let merged = self.parts_of(unit).find(|merged| merged.id == before)?;
        let known = merged.counters.iter().find(|known| known.id.eq_ignore_ascii_case(counter))?;
        Some(format!("{} ({})", known.name.get(lang), merged.name.get(lang)))
    }
}
