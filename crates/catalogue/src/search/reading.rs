//! A query, understood: which syllables of the catalogue fit which of its places, and what each place is worth.

use super::likeness::{Likeness, begins, likeness};
use super::repair::{one_edit, typed_raw};
use crate::fold::{exact, fold};
use crate::index::{Index, Lexicon, Word, rarity};

/// Places that count: bits of a `u64`. The longest titles are longer, but never first differ after so many syllables.
pub(super) const MOST_PLACES: usize = 64;
/// A reading with everyday words replaced is a guess; in hundredths.
const GUESS: u32 = 88;
/// Everyday words that are also tried alone; each costs a pass.
const MOST_ALONE: usize = 3;

/// One way to read a query.
#[derive(Debug)]
pub(super) struct Reading {
    /// A bit for each place of the query that the syllable fits well; by number of the lexicon.
    good: Vec<u64>,
    /// A bit for each place that it fits with other marks, as a beginning or with one misspelling.
    weak: Vec<u64>,
    /// What a place is worth: rare syllables more, filler little.
    pub weights: Vec<u32>,
    /// Places with filler words.
    pub filler: u64,
}

struct Place {
    exact: String,
    filler: bool,
    /// May be the beginning of a longer syllable.
    open: bool,
}

/// The readings of `query` with the hundredths that a hit of it is worth.
pub(super) fn readings(index: &Index, query: &str) -> Vec<(u32, Reading)> {
    let typed: Vec<String> =
        exact(query).split(' ').filter(|s| !s.is_empty()).take(MOST_PLACES).map(str::to_owned).collect();
    let open = !query.ends_with(char::is_whitespace);
    let as_typed = places(index, &typed, open, Official::None);
    let replaceable = as_typed.replaceable;
    let mut all = vec![(100, as_typed.places)];
    if replaceable > 0 {
        all.push((GUESS, places(index, &typed, open, Official::All).places));
    }
    if replaceable > 1 {
        let most = replaceable.min(MOST_ALONE);
        all.extend((0..most).map(|one| (GUESS, places(index, &typed, open, Official::Only(one)).places)));
    }
    all.retain(|(_, places)| !places.is_empty());
    all.into_iter().map(|(worth, places)| (worth, read(index, &places))).collect()
}

/// Which everyday words are made official.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Official {
    /// None; filler is only marked.
    None,
    All,
    /// The one of that number.
    Only(usize),
}

struct Places {
    places: Vec<Place>,
    /// How many everyday words could be made official.
    replaceable: usize,
}

fn places(index: &Index, typed: &[String], open: bool, wanted: Official) -> Places {
    let mut places = Vec::new();
    let mut replaceable = 0;
    let mut rest = typed;
    while !rest.is_empty() {
        let found = index.everyday.at_start(rest);
        let (said, next) =
            rest.split_at_checked(found.as_ref().map_or(1, |f| f.taken)).unwrap_or((rest, &[]));
        let filler = found.as_ref().is_some_and(|found| found.official.is_empty());
        let official = found.map(|found| found.official).filter(|_| !filler);
        let number = replaceable;
        replaceable += usize::from(official.is_some());
        let official = official.filter(|_| wanted == Official::All || wanted == Official::Only(number));
        let words = official.unwrap_or(said).iter();
        places.extend(words.map(|word| Place { exact: word.clone(), filler, open: false }));
        if let (true, None, Some(last)) = (open && next.is_empty(), official, places.last_mut()) {
            last.open = true;
        }
        rest = next;
    }
    places.truncate(MOST_PLACES);
    if places.iter().all(|place| place.filler) {
        for place in &mut places {
            place.filler = false;
        }
    }
    Places { places, replaceable }
}

fn read(index: &Index, places: &[Place]) -> Reading {
    let words = index.lexicon.len();
    let mut reading = Reading { good: vec![0; words], weak: vec![0; words], weights: Vec::new(), filler: 0 };
    for (at, place) in places.iter().enumerate() {
        let bit = 1_u64 << (at % MOST_PLACES);
        let titles = reading.place(index, bit, place);
        let mut weight = rarity(index.len(), titles);
        if place.filler {
            weight /= 4;
            reading.filler |= bit;
        }
        reading.weights.push(weight.max(1));
    }
    reading
}

impl Reading {
    /// The places that a syllable fits (well, somehow).
    pub(super) fn fits(&self, word: Word) -> (u64, u64) {
        let bits = |sets: &[u64]| sets.get(word as usize).copied().unwrap_or(0);
        (bits(&self.good), bits(&self.weak))
    }

    /// What the place is worth; nothing if there is no such place.
    pub(super) fn weight(&self, place: usize) -> u32 {
        self.weights.get(place).copied().unwrap_or(0)
    }

    /// The places that some of the syllables fit.
    pub(super) fn fits_any(&self, words: &[Word]) -> u64 {
        words.iter().map(|word| self.fits(*word)).fold(0, |all, (good, weak)| all | good | weak)
    }

    /// Sets the bits of one place; in how many titles its syllables occur, at most.
    fn place(&mut self, index: &Index, bit: u64, place: &Place) -> u32 {
        let lexicon = &index.lexicon;
        let folded = fold(&place.exact);
        let near = lexicon.beginning_like(&folded).iter().copied();
        let as_typed = self.mark(lexicon, bit, near, |exact, _| agree(&place.exact, place.open, exact));
        if as_typed > 0 {
            return as_typed;
        }
        if let Some(meant) = typed_raw(&folded) {
            let near = lexicon.beginning_like(&meant).iter().copied();
            let raw = self.mark(lexicon, bit, near, |exact, _| agree(&meant, place.open, exact));
            if raw > 0 {
                return raw;
            }
        }
        let edited = |_: &str, known: &str| {
            if one_edit(&folded, known) { Likeness::OtherMarks } else { Likeness::None }
        };
        self.mark(lexicon, bit, lexicon.all(), edited)
    }

    /// In how many titles the syllables occur that fit well, else those that fit somehow.
    fn mark(
        &mut self,
        lexicon: &Lexicon,
        bit: u64,
        words: impl Iterator<Item = Word>,
        like: impl Fn(&str, &str) -> Likeness,
    ) -> u32 {
        let (mut good_titles, mut weak_titles) = (0, 0);
        for word in words {
            let Some((exact, folded, titles)) = lexicon.get(word) else { continue };
            let (set, count) = match like(exact, folded) {
                Likeness::None => continue,
                Likeness::OtherMarks => (&mut self.weak, &mut weak_titles),
                Likeness::Good => (&mut self.good, &mut good_titles),
            };
            if let Some(bits) = set.get_mut(word as usize) {
                *bits |= bit;
            }
            // A syllable outside the titles (keywords, fields) counts as found once.
            *count += titles.max(1);
        }
        if good_titles > 0 { good_titles } else { weak_titles }
    }
}

/// The likeness of a syllable of the catalogue; the beginning of one is as good as other marks.
fn agree(typed: &str, open: bool, exact: &str) -> Likeness {
    match likeness(typed, exact) {
        Likeness::None if open && begins(typed, exact) => Likeness::OtherMarks,
        other => other,
    }
}
