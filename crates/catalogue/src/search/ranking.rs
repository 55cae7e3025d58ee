//! All items that a query finds, in order.

use super::reading::Reading;
use super::score::{Fit, Found, score};
use crate::index::Index;

/// A hit this much worse than the best, in hundredths, only confuses.
const WORTH_SHOWING: u32 = 10;

#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    pub item: usize,
    pub score: u32,
    pub fit: Fit,
}

/// Best first. `least`: of the query's weight, in hundredths, what must be found.
pub(super) fn ranked(
    index: &Index,
    readings: &[(u32, Reading)],
    least: u32,
    wanted: &dyn Fn(usize) -> bool,
) -> Vec<Ranked> {
    // Score and fit as one number an item, so that the better reading of two is the greater number.
    let mut best = vec![0_u32; index.len()];
    for (worth, reading) in readings {
        score(index, reading, least, |item, Found { score, fit }| {
            if let Some(best) = best.get_mut(item)
                && wanted(item)
            {
                *best = (*best).max((score * worth / 100) << 2 | fit as u32);
            }
        });
    }
    let least_shown = best.iter().max().copied().unwrap_or(0) / 100 * WORTH_SHOWING;
    // Sorted as one number each: by score downwards, then by place in the index.
    let mut keys: Vec<u64> = (0_u64..)
        .zip(&best)
        .filter(|(_, score)| **score > least_shown)
        .map(|(item, score)| u64::from(u32::MAX - score) << 32 | item)
        .collect();
    keys.sort_unstable();
    #[allow(clippy::cast_possible_truncation, reason = "the two halves that were put together above")]
    keys.into_iter()
        .map(|key| (key as u32 as usize, u32::MAX - (key >> 32) as u32))
        .map(|(item, packed)| {
            let fit = [Fit::Part, Fit::Query, Fit::Both].get((packed & 3) as usize).copied();
            Ranked { item, score: packed >> 2, fit: fit.unwrap_or(Fit::Part) }
        })
        .collect()
}
