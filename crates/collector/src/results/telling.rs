//! Publications without a database: counted from lines, and what was told before stays as it was told.

use std::collections::BTreeMap;

use mot_cua_survey::figures::{Month, Series};

use super::body::Body;
use super::publication::{Cells, Publication};

/// Counts of units and months.
#[derive(Debug, Default)]
pub struct Telling(BTreeMap<(String, Month), Cells>);

impl Telling {
    pub fn count(&mut self, body: &Body, month: Month) {
        self.0.entry((body.place.unit.clone(), month)).or_default().count(body);
    }

    /// All of months up to `last`, with those that were told `before`; of two of one unit and month the earlier stays.
    pub fn told(&self, last: Month, before: Vec<Publication>, series: &[Series]) -> Vec<Publication> {
        let mut told: BTreeMap<(String, String), Publication> = BTreeMap::new();
        let new = self.0.iter().filter(|((_, month), _)| *month <= last);
        let new = new.map(|((unit, month), cells)| cells.told(unit, &month.to_string(), series));
        for publication in before.into_iter().chain(new) {
            told.entry((publication.unit.clone(), publication.month.clone())).or_insert(publication);
        }
        told.into_values().collect()
    }
}
