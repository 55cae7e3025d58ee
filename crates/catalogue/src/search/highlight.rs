//! Why a title was found.

use std::ops::Range;

use super::reading::Reading;
use crate::fold::syllables;
use crate::index::Index;

/// What one query means, to be marked in many titles: by number of the lexicon, whether it means the syllable.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlight(Vec<bool>);

impl Highlight {
    /// Filler words are not marked.
    pub(super) fn new(index: &Index, readings: &[(u32, Reading)]) -> Self {
        let mut meant = vec![false; index.lexicon.len()];
        for (_, reading) in readings {
            for (word, meant) in (0..).zip(&mut meant) {
                let (good, weak) = reading.fits(word);
                *meant |= (good | weak) & !reading.filler != 0;
            }
        }
        Self(meant)
    }

    /// Byte ranges of the item's title (as [`Index::item`] gives it) that the query means, in order, neighbours joined.
    pub fn of(&self, index: &Index, item: usize) -> Vec<Range<usize>> {
        let Some(found) = index.item(item) else { return Vec::new() };
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut joined = false;
        for (syllable, word) in syllables(found.title).zip(index.title_words.get(item)) {
            let meant = self.0.get(*word as usize) == Some(&true);
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
