//! What a title is worth for a reading.

use super::reading::Reading;
use crate::index::Index;

/// Worth of a place found, in sixteenths of its weight.
const GOOD: u32 = 16;
const WEAK: u32 = 6;
/// Found in keywords, names, form codes; found in the field's name.
const ELSEWHERE: u32 = 11;
const IN_FIELD: u32 = 7;
/// Two places side by side and in order, in sixteenths of the lesser weight.
const IN_ORDER: u32 = 20;
/// Of the query's weight, in hundredths, what must be found.
const ENOUGH: u32 = 40;
/// What the other words of a title may cost it, in hundredths, and their weight that costs half of that. Limited: some
/// official titles name ten cases in two hundred words, and are the right one nevertheless.
const OTHER_WORDS_MOST: u64 = 35;
const OTHER_WORDS_HALF: u64 = 400;
/// A ward's own counter, in hundredths.
const AT_COUNTER: u32 = 106;

/// Calls `found` with every item that has enough of the query, and its score (a perfect one is about 1,000,000).
pub(super) fn score(index: &Index, reading: &Reading, mut found: impl FnMut(usize, u32)) {
    let worth = Worth::of(reading);
    let fields: Vec<u64> =
        (0..index.field_words.len()).map(|at| reading.fits_any(index.field_words.get(at))).collect();
    for at in 0..index.len() {
        let mut seen = Seen::default();
        let mut others = 0_u32;
        for word in index.title_words.get(at) {
            let (good, weak) = reading.fits(*word);
            if good | weak == 0 {
                others = others.saturating_add(index.lexicon.weight(*word));
            }
            seen.word(good, weak);
        }
        let elsewhere = reading.fits_any(index.other_words.get(at));
        let field = fields.get(index.field_of(at)).copied().unwrap_or(0);
        if (seen.good | seen.weak | elsewhere) & !reading.filler == 0 && field == 0 {
            continue;
        }
        let (places, order) = Worth::got(reading, &seen, elsewhere, field);
        if u64::from(places) * 100 < u64::from(worth.all_places) * u64::from(ENOUGH) {
            continue;
        }
        let whole = u64::from(worth.all_places + worth.all_order).max(1);
        let share = u64::from(places + order) * 1_000 / whole;
        let others = u64::from(others);
        let brevity = 100 - OTHER_WORDS_MOST * others / (others + OTHER_WORDS_HALF);
        let counter = if index.is_at_ward_counter(at) { AT_COUNTER } else { 100 };
        let score = share * share * brevity / 100 * u64::from(counter) / 100;
        found(at, u32::try_from(score).unwrap_or(u32::MAX));
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
}

impl Seen {
    fn word(&mut self, good: u64, weak: u64) {
        self.good |= good;
        self.weak |= weak;
        self.in_order |= (self.before << 1) & (good | weak);
        self.before = good | weak;
    }
}

/// What a reading is worth if all of it is found.
struct Worth {
    all_places: u32,
    all_order: u32,
}

impl Worth {
    fn of(reading: &Reading) -> Self {
        let all_places = reading.weights.iter().map(|weight| weight * GOOD).sum();
        let all_order = reading
            .weights
            .iter()
            .zip(reading.weights.iter().skip(1))
            .map(|(a, b)| a.min(b) * IN_ORDER)
            .sum();
        Self { all_places, all_order }
    }

    /// Of the places, and of their order.
    fn got(reading: &Reading, seen: &Seen, elsewhere: u64, field: u64) -> (u32, u32) {
        let (mut places, mut order) = (0, 0);
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
            if seen.in_order & bit != 0 {
                order += reading.weight(at.wrapping_sub(1)).min(weight) * IN_ORDER;
            }
        }
        (places, order)
    }
}
