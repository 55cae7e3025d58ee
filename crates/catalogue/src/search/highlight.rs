//! Why a title was found.

use std::ops::Range;

use super::reading::readings;
use crate::fold::syllables;
use crate::index::Index;

/// What one query means, to be marked in many titles.
#[derive(Debug)]
pub struct Highlight<'a> {
    index: &'a Index,
    /// By number of the lexicon: whether the query means the syllable.
    meant: Vec<bool>,
}

impl Index {
    /// Reads `query` once for all titles that it found. Filler words are not marked.
    pub fn highlight(&self, query: &str) -> Highlight<'_> {
        let mut meant = vec![false; self.lexicon.len()];
        for (_, reading) in readings(self, query) {
            for (word, meant) in (0..).zip(&mut meant) {
                let (good, weak) = reading.fits(word);
                *meant |= (good | weak) & !reading.filler != 0;
            }
        }
        Highlight { index: self, meant }
    }
}

impl Highlight<'_> {
    /// Byte ranges of the item's title (as [`Index::item`] gives it) that the query means, in order, neighbours joined.
    pub fn of(&self, item: usize) -> Vec<Range<usize>> {
        let Some(found) = self.index.item(item) else { return Vec::new() };
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut joined = false;
        for (syllable, word) in syllables(found.title).zip(self.index.title_words.get(item)) {
            let meant = self.meant.get(*word as usize) == Some(&true);
            match ranges.last_mut() {
                Some(last) if meant && joined => last.end = syllable.end(),
                _ if meant => ranges.push(syllable.start..syllable.end()),
                _ => {}
            }
            joined = meant;
        }
        ranges
    }
}
