//! What a title is worth for a reading.

use super::reading::Reading;
use crate::index::{Index, Word};

/// Worth of a place found, in sixteenths of its weight.
const GOOD: u32 = 16;
const WEAK: u32 = 6;
/// Found in keywords, names, form codes; found in the field's name.
const ELSEWHERE: u32 = 13;
const IN_FIELD: u32 = 3;
/// Two places side by side and in order, in sixteenths of the lesser weight.
const IN_ORDER: u32 = 20;
/// What the other words of a title may cost it, in hundredths, and their weight that costs half of that. Limited: some
/// official titles name ten cases in two hundred words, and are the right one nevertheless.
const OTHER_WORDS_MOST: u64 = 35;
const OTHER_WORDS_MORE: u64 = 60;
const OTHER_WORDS_HALF: u64 = 400;
/// Where the query stands whole, its other words are counted, not weighed: what each is taken for.
const OTHER_WORD: u64 = 40;
/// A text that has the whole query as it stands, filler too, in hundredths.
const PHRASE: u64 = 135;
/// A text that stands in the query is what was meant, whatever else was said: of what is missing to a perfect share, in
/// hundredths; as much less as the text says more than the query.
const CONTAINED: u64 = 20;
/// A hit by an everyday name, in hundredths of one by the title: who says the name means it.
const BY_NAME: u64 = 102;
/// What a step of the prior adds, in hundredths.
const PRIOR: u32 = 2;

/// What an item is worth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// A perfect one is about 1,000,000.
    pub score: u32,
    pub fit: Fit,
}

/// How query and item cover each other, filler aside. In order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Part,
    /// All that the query says was found.
    Query,
    /// And its title says no more.
    Both,
}

/// Calls `found` with every item that has enough of the query: `least` hundredths of its weight.
pub(super) fn score(index: &Index, reading: &Reading, least: u32, mut found: impl FnMut(usize, Found)) {
    let worth = Worth::of(reading);
    let fields: Vec<u64> =
        (0..index.field_words.len()).map(|at| reading.fits_any(index.field_words.get(at))).collect();
    for at in 0..index.len() {
        let title = Seen::of(index, reading, index.title_words.get(at));
        let elsewhere = reading.fits_any(index.other_words.get(at));
        let field = fields.get(index.field_of(at)).copied().unwrap_or(0);
        let all = title.good | title.weak | elsewhere | field;
        if all & !reading.filler == 0 {
            continue;
        }
        let meant = worth.every & !reading.filler;
        let both = title.says_just(meant);
        let mut best = worth.share(reading, &title, (elsewhere, field), worth.every, least);
        if elsewhere != 0 {
            for phrase in index.phrases(at) {
                let name = Seen::of(index, reading, phrase);
                if name.good & !reading.filler != 0 {
                    let rest = title.good | title.weak | elsewhere;
                    // Names stand in the index without the filler around them.
                    let share = worth.share(reading, &name, (rest, field), meant, least);
                    best = best.max(share * BY_NAME / 100);
                }
            }
        }
        if best > 0 {
            let score = best * u64::from(100 + PRIOR * index.prior(at)) / 100;
            let fit = match () {
                () if both => Fit::Both,
                () if all & meant == meant => Fit::Query,
                () => Fit::Part,
            };
            found(at, Found { score: u32::try_from(score).unwrap_or(u32::MAX), fit });
        }
    }
}

/// What has been seen of a title.
#[derive(Default)]
struct Seen {
    good: u64,
    weak: u64,
    /// Places whose predecessor was found just before.
    in_order: u64,
    /// Places that the last syllable fits.
    before: u64,
    /// The weight of the other words, and how many they are.
    others: u32,
    count: u32,
}

impl Seen {
    fn of(index: &Index, reading: &Reading, words: &[Word]) -> Self {
        let mut seen = Self::default();
        for word in words {
            let (good, weak) = reading.fits(*word);
            if good | weak == 0 {
                seen.others = seen.others.saturating_add(index.lexicon.weight(*word));
                seen.count += 1;
            }
            seen.good |= good;
            seen.weak |= weak;
            seen.in_order |= (seen.before << 1) & (good | weak);
            seen.before = good | weak;
        }
        seen
    }
}

impl Seen {
    /// All that is meant, and nothing else of weight.
    fn says_just(&self, meant: u64) -> bool {
        self.others == 0 && self.good & meant == meant
    }
}

/// What a reading is worth if all of it is found.
struct Worth {
    places: u32,
    order: u32,
    /// All places.
    every: u64,
}

impl Worth {
    fn of(reading: &Reading) -> Self {
        let weights = &reading.weights;
        let places = weights.iter().map(|weight| weight * GOOD).sum();
        let order = weights.iter().zip(weights.iter().skip(1)).map(|(a, b)| a.min(b) * IN_ORDER).sum();
        let every = weights.iter().fold(0_u64, |bits, _| bits << 1 | 1);
        Self { places, order, every }
    }

    /// The share of it that a text has, squared, less what its other words cost; a perfect one has about 1,000,000.
    /// 0: less than `least` hundredths of it.
    /// `phrase`: the places that make the text one phrase, if all stand in it side by side.
    fn share(
        &self,
        reading: &Reading,
        seen: &Seen,
        (elsewhere, field): (u64, u64),
        phrase: u64,
        least: u32,
    ) -> u64 {
        let (mut places, mut order, mut said) = (0, 0, 0_u64);
        let mut rest = seen.good | seen.weak | elsewhere | field;
        while rest != 0 {
            let bit = rest & rest.wrapping_neg();
            rest ^= bit;
            let at = bit.trailing_zeros() as usize;
            let weight = reading.weight(at);
            let sixteenths = match bit {
                bit if seen.good & bit != 0 => GOOD,
                bit if elsewhere & bit != 0 => ELSEWHERE,
                bit if seen.weak & bit != 0 => WEAK,
                _ => IN_FIELD,
            };
            places += weight * sixteenths;
            if seen.good & bit & !reading.filler != 0 {
                said += u64::from(weight);
            }
            if seen.in_order & bit != 0 {
                order += reading.weight(at.wrapping_sub(1)).min(weight) * IN_ORDER;
            }
        }
        if u64::from(places) * 100 < u64::from(self.places) * u64::from(least) {
            return 0;
        }
        let mut share = u64::from(places + order) * 1_000 / u64::from(self.places + self.order).max(1);
        let others = u64::from(seen.others);
        if seen.good & seen.in_order & !reading.filler != 0 {
            share += 1_000_u64.saturating_sub(share) * CONTAINED * said / (said + others).max(1) / 100;
        }
        let side_by_side = seen.in_order | phrase & phrase.wrapping_neg();
        let is_whole = seen.good & side_by_side & phrase == phrase;
        // Whoever typed a phrase from the middle of a title chose it among all its words: the shorter title is likelier.
        let others = if is_whole { u64::from(seen.count) * OTHER_WORD } else { others };
        let most = OTHER_WORDS_MOST + OTHER_WORDS_MORE * 1_000_u64.saturating_sub(share) / 1_000;
        let brevity = 10_000 - 100 * most * others / (others + OTHER_WORDS_HALF);
        let whole = if is_whole { PHRASE } else { 100 };
        share * share * brevity / 10_000 * whole / 100
    }
}
