//! Publications without a database: counted from lines, and what was told before stays as it was told.

use std::collections::BTreeMap;

use mot_cua_survey::figures::{Month, Series};

use super::body::Body;
use super::publication::{Cells, Publication};

/// Counts of units and months; and of those that a unit of before brought, under its id.
#[derive(Debug, Default)]
pub struct Telling(BTreeMap<(String, Option<String>, Month), Cells>);

impl Telling {
    /// `before`: the id that its unit had before a merger.
    pub fn count(&mut self, body: &Body<'_>, month: Month, before: Option<&str>) {
        let key = (body.place.unit.clone(), before.map(str::to_owned), month);
        self.0.entry(key).or_default().count(body, body.came());
    }

    /// All of months up to `last`, with those that were told `before`; of two of one unit and month the earlier stays. What a unit
    /// that is merged now was told of by itself is not told in the new one's sum again: the difference would tell the rest.
    pub fn told(&self, last: Month, before: Vec<Publication>, series: &[Series]) -> Vec<Publication> {
        let mut told: BTreeMap<(String, String), Publication> = BTreeMap::new();
        for publication in before {
            told.insert((publication.unit.clone(), publication.month.clone()), publication);
        }
        let mut new: BTreeMap<(String, String), Cells> = BTreeMap::new();
        for ((unit, before, month), cells) in self.0.iter().filter(|((_, _, month), _)| *month <= last) {
            let month = month.to_string();
            let alone =
                before.as_ref().is_some_and(|before| told.contains_key(&(before.clone(), month.clone())));
            if !alone {
                new.entry((unit.clone(), month)).or_default().add(cells);
            }
        }
        for ((unit, month), cells) in new {
            let publication = cells.told(&unit, &month, series);
            told.entry((unit, month)).or_insert(publication);
        }
        told.into_values().collect()
    }
}
