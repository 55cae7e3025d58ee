//! Why a title was found.

use std::ops::Range;

use super::reading::readings;
use crate::fold::syllables;
use crate::index::Index;

impl Index {
    /// Byte ranges of the item's title (as [`Index::item`] gives it) that the query means, in order, neighbours joined.
    /// Filler words are not marked.
    pub fn highlight(&self, query: &str, item: usize) -> Vec<Range<usize>> {
        let Some(found) = self.item(item) else { return Vec::new() };
        let readings = readings(self, query);
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut joined = false;
        for (syllable, word) in syllables(found.title).zip(self.title_words.get(item)) {
            let meant = readings.iter().any(|(_, reading)| {
                let (good, weak) = reading.fits(*word);
                (good | weak) & !reading.filler != 0
            });
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
