//! Finding procedures as people type: without diacritics, half a word, a misspelling, the everyday name, a code.
//!
//! A query becomes a few readings (as typed; with everyday words made official). A reading turns every syllable of the
//! catalogue into two bit sets: the places of the query that it fits well, and those that it fits somehow. One pass over
//! the titles and the everyday names, then, sees which places are found and which stand in the query's order. All whole
//! numbers, so that a phone and a server rank alike.

mod answer;
mod codes;
mod elsewhere;
mod everyday;
mod highlight;
mod likeness;
mod ranking;
mod reading;
mod repair;
mod score;

pub use answer::{Answer, Certainty, Filter};
pub(crate) use elsewhere::Said;
pub(crate) use everyday::Everyday;
pub use highlight::Highlight;

use crate::index::Index;

/// A procedure found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Number in the index.
    pub item: usize,
    /// Comparable within one result only; higher is better.
    pub score: u32,
}

impl Index {
    /// The best hits, best first, at most `limit`. The last syllable may be unfinished unless a blank follows it.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        self.answer(query, Filter::default(), limit).hits
    }
}
