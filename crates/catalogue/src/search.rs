//! Finding procedures as people type: without diacritics, half a word, a misspelling, the everyday name, a code.
//!
//! A query becomes one or two readings (as typed; with everyday words made official). A reading turns every syllable of
//! the catalogue into two bit sets: the places of the query that it fits well, and those that it fits somehow. One
//! pass over the titles, then, sees which places are found and which stand in the query's order. All whole numbers, so
//! that a phone and a server rank alike.

mod codes;
mod everyday;
mod highlight;
mod likeness;
mod reading;
mod repair;
mod score;

pub(crate) use everyday::{Everyday, default_everyday};

use crate::index::Index;
use reading::readings;

/// A procedure found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Number in the index.
    pub item: usize,
    /// Comparable within one result only; higher is better.
    pub score: u32,
}

/// A hit this much worse than the best, in hundredths, only confuses.
const WORTH_SHOWING: u32 = 20;

impl Index {
    /// The best hits, best first, at most `limit`. The last syllable may be unfinished unless a blank follows it.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let by_code = codes::search(self, query);
        if !by_code.is_empty() {
            return by_code.into_iter().take(limit).collect();
        }
        let mut best = vec![0_u32; self.len()];
        for (penalty, reading) in readings(self, query) {
            score::score(self, &reading, |item, score| {
                if let Some(best) = best.get_mut(item) {
                    *best = (*best).max(score * penalty / 100);
                }
            });
        }
        let least = best.iter().max().copied().unwrap_or(0) / 100 * WORTH_SHOWING;
        // Sorted as one number each: by score downwards, then by place in the index.
        let mut keys: Vec<u64> = (0_u64..)
            .zip(&best)
            .filter(|(_, score)| **score > least)
            .map(|(item, score)| u64::from(u32::MAX - score) << 32 | item)
            .collect();
        keys.sort_unstable();
        #[allow(clippy::cast_possible_truncation, reason = "the two halves that were put together above")]
        keys.into_iter()
            .take(limit)
            .map(|key| Hit { item: key as u32 as usize, score: u32::MAX - (key >> 32) as u32 })
            .collect()
    }
}
