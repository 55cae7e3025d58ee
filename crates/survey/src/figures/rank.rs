//! Ranks that say no more than the figures do.

use super::share::Figure;

/// From the best to the worst place that it may have: "2 to 5". Whoever shares places is not told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    pub best: usize,
    pub worst: usize,
}

/// Of each: how many are surely above it, how many surely below; surely is where the intervals are apart.
pub fn ranks(figures: &[Figure]) -> Vec<Rank> {
    let count = |of: &dyn Fn(&Figure) -> bool| figures.iter().filter(|other| of(other)).count();
    let rank = |one: &Figure| Rank {
        best: 1 + count(&|other| other.interval.low > one.interval.high),
        worst: figures.len() - count(&|other| other.interval.high < one.interval.low),
    };
    figures.iter().map(rank).collect()
}
