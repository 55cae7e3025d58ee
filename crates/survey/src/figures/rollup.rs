//! Rows of few people become one row of more.

use super::tally::Tally;

/// Fewer than this are not shown by themselves.
pub const FEW: u64 = 10;

/// A table whose rows are all of at least [`FEW`] people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolledUp<K> {
    /// In the order in which they came.
    pub rows: Vec<(K, Tally)>,
    /// What was put together: how many rows, and their sum.
    pub rest: Option<(usize, Tally)>,
}

/// Rows of fewer than [`FEW`] go into the rest; while the rest is of fewer itself, so does the smallest row that is left, or the
/// sum of all less the rows would tell them. A rest of fewer than `FEW` is all there is; it is shown without figures.
pub fn roll_up<K>(rows: impl IntoIterator<Item = (K, Tally)>) -> RolledUp<K> {
    let (mut rows, few): (Vec<_>, Vec<_>) =
        rows.into_iter().filter(|(_, tally)| tally.n > 0).partition(|(_, tally)| tally.n >= FEW);
    let mut rest = Tally::default();
    let mut count = few.len();
    for (_, tally) in &few {
        rest.add(tally);
    }
    while rest.n > 0 && rest.n < FEW {
        let smallest = rows.iter().enumerate().min_by_key(|(_, (_, tally))| tally.n).map(|(at, _)| at);
        let Some(at) = smallest else { break };
        rest.add(&rows.remove(at).1);
        count += 1;
    }
    RolledUp { rows, rest: Some((count, rest)).filter(|(count, _)| *count > 0) }
}
