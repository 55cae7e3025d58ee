//! The distinct syllables of a catalogue (about two thousand), and texts as their numbers.

use super::lines::Lines;
use crate::fold::{base, exact_into, is_mark, syllables};

/// Number of a syllable in the [`Lexicon`].
pub(crate) type Word = u32;

/// "Thủ tục" (procedure): some titles begin with it, and it makes them no longer and no worse. Exact forms.
const NO_NEWS: [&str; 2] = ["thu\u{309}", "tuc\u{323}"];

/// Distinct syllables, exact and folded.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    exact: Lines,
    folded: Lines,
    /// In how many titles each occurs.
    titles: Vec<u32>,
    /// What each is worth, see [`rarity`].
    weights: Vec<u32>,
    /// Numbers by first folded letter: a … z, then all others.
    by_first: [Vec<Word>; 27],
    /// Open addressing: number of the syllable plus one, 0 is free. A power of two long, at most half full.
    slots: Vec<Word>,
}

impl Lexicon {
    pub(crate) fn len(&self) -> usize {
        self.exact.len()
    }

    /// (exact, folded, in how many titles).
    pub(crate) fn get(&self, word: Word) -> Option<(&str, &str, u32)> {
        let at = word as usize;
        Some((self.exact.get(at)?, self.folded.get(at)?, *self.titles.get(at)?))
    }

    /// The numbers of all syllables whose folded form may begin like this one.
    pub(crate) fn beginning_like(&self, folded: &str) -> &[Word] {
        self.by_first.get(bucket(folded)).map_or(&[], Vec::as_slice)
    }

    /// The numbers of all syllables.
    pub(crate) fn all(&self) -> impl Iterator<Item = Word> {
        self.by_first.iter().flatten().copied()
    }

    /// Appends the numbers of the text's syllables, new ones included.
    pub(super) fn read(&mut self, text: &str, to: &mut Streams) {
        let mut exact = String::new();
        for syllable in syllables(text) {
            exact.clear();
            exact_into(syllable.text, &mut exact);
            to.words.push(self.number(&exact));
        }
    }

    /// Counts in how many of these texts each syllable occurs.
    pub(super) fn count(&mut self, texts: &Streams) {
        let mut last_seen = vec![usize::MAX; self.len()];
        for at in 0..texts.len() {
            for word in texts.get(at) {
                if let (Some(last), Some(titles)) =
                    (last_seen.get_mut(*word as usize), self.titles.get_mut(*word as usize))
                    && *last != at
                {
                    *last = at;
                    *titles += 1;
                }
            }
        }
        let weight = |(exact, titles): (&str, &u32)| {
            if NO_NEWS.contains(&exact) { 0 } else { rarity(texts.len(), *titles) }
        };
        self.weights = self.exact.iter().zip(&self.titles).map(weight).collect();
    }

    /// What a syllable of a title is worth. 0 for a number that no title has.
    pub(crate) fn weight(&self, word: Word) -> u32 {
        self.weights.get(word as usize).copied().unwrap_or(0)
    }

    fn number(&mut self, exact: &str) -> Word {
        if self.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(exact);
        let found = self.slots.get(slot).copied().unwrap_or(0);
        if let Some(number) = found.checked_sub(1) {
            return number;
        }
        self.exact.push(exact);
        let folded: String = exact.chars().filter(|c| !is_mark(*c)).map(base).collect();
        self.folded.push(&folded);
        self.titles.push(0);
        #[allow(clippy::cast_possible_truncation, reason = "a catalogue of 4 G syllables fits no memory")]
        let number = self.len() as Word;
        if let Some(free) = self.slots.get_mut(slot) {
            *free = number;
        }
        if let Some(same) = self.by_first.get_mut(bucket(&folded)) {
            same.push(number - 1);
        }
        number - 1
    }

    /// The slot that holds `exact`, or the free one where it belongs. There is always a free one.
    fn slot(&self, exact: &str) -> usize {
        // FNV-1a: four lines, and nobody gains by colliding syllables of their own catalogue.
        let hash = exact
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let last = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & last;
        while let Some(number) = self.slots.get(at).and_then(|slot| slot.checked_sub(1)) {
            if self.exact.get(number as usize) == Some(exact) {
                break;
            }
            at = (at + 1) & last;
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        let mut number = 0;
        while let Some(exact) = self.exact.get(number as usize) {
            let slot = self.slot(exact);
            number += 1;
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number;
            }
        }
    }
}

fn bucket(folded: &str) -> usize {
    folded.bytes().next().map(|b| b.wrapping_sub(b'a')).filter(|at| *at < 26).map_or(26, usize::from)
}

/// Texts as numbers of syllables.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    words: Vec<Word>,
    ends: Vec<usize>,
}

impl Streams {
    /// Ends the text that is being read.
    pub(super) fn close(&mut self) {
        self.ends.push(self.words.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of that number; empty if there is none.
    pub(crate) fn get(&self, at: usize) -> &[Word] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|end| self.words.get(start..*end)).unwrap_or_default()
    }
}

/// 16 × log₂ of "one title in how many", and a little so that no word is worth nothing. A syllable that nothing has
/// (`titles` = 0) is worth half a rare one: the query is still mostly about the others.
pub(crate) fn rarity(count: usize, titles: u32) -> u32 {
    let all = log2_16(u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1));
    if titles == 0 { all / 4 + 8 } else { all.saturating_sub(log2_16(titles)) + 8 }
}

/// 16 × log₂, linear between powers of two.
fn log2_16(of: u32) -> u32 {
    let whole = of.max(1).ilog2();
    let sixteenths = if whole >= 4 { of >> (whole - 4) } else { of << (4 - whole) } & 15;
    whole * 16 + sixteenths
}
