//! What may be told to everybody of the units of one closed month: nothing from which fewer than ten people can be told apart.
//!
//! 1. A unit of fewer than ten answers is not told of.
//! 2. Of fewer than twenty answers only how many there are: one side is of fewer than ten.
//! 3. Where fewer than ten were content, or were not, the side is told as a bound: "at least 95 %".
//! 4. The total less the units must not tell what 1 to 3 keep back. So where a unit is not told of, neither is the smallest one that
//!    could be; and where a side is kept back, so are both sides of the smallest unit that has ten of each. Then whatever is kept
//!    back may still be any number from 0 to 9, or any of ten numbers at least. Where there is no such unit, the total keeps back the same.
//!
//! A month is told of once: see the collector's `results`. So two publications of it differ in nothing.

use super::rollup::FEW;
use super::share::Share;

/// What everybody may know of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Exact(Share),
    /// At least so many of so many.
    AtLeast(Share),
    /// At most so many of so many.
    AtMost(Share),
    /// How many people, and no more.
    People(u64),
    /// Not even that.
    Nothing,
}

/// Of each row, and of the sum of them.
pub fn tell(rows: &[Share]) -> (Vec<Told>, Told) {
    let mut told: Vec<Told> = rows.iter().map(|row| alone(*row)).collect();
    let sum =
        rows.iter().fold(Share::default(), |sum, row| Share { good: sum.good + row.good, n: sum.n + row.n });
    let mut total = alone(sum);
    // Where nobody answered, everybody may know: such a row covers no other.
    if rows.iter().zip(&told).any(|(row, told)| row.n > 0 && *told == Told::Nothing) {
        let cover = smallest(rows, &told, |told| *told != Told::Nothing);
        match cover.and_then(|at| told.get_mut(at)) {
            Some(cover) => *cover = Told::Nothing,
            None => total = Told::Nothing,
        }
    }
    let kept_back = rows.iter().zip(&told).any(|(row, told)| row.n > 0 && !matches!(told, Told::Exact(_)));
    // The unit that covers numbers may cover sides as well.
    let covered = rows.iter().zip(&told).any(|(row, told)| *told == Told::Nothing && has_both(*row));
    if kept_back && !covered && matches!(total, Told::Exact(_)) {
        let at = smallest(rows, &told, |told| matches!(told, Told::Exact(_)));
        match at.and_then(|at| told.get_mut(at).zip(rows.get(at))) {
            Some((cover, row)) => *cover = Told::People(row.n),
            None => total = Told::People(sum.n),
        }
    }
    (told, total)
}

/// By rules 1 to 3.
fn alone(row: Share) -> Told {
    let (good, bad) = (row.good, row.n.saturating_sub(row.good));
    match row.n {
        n if n < FEW => Told::Nothing,
        n if n < 2 * FEW => Told::People(n),
        _ if has_both(row) => Told::Exact(row),
        n if bad < good => Told::AtLeast(Share { good: n - (FEW - 1), n }),
        n => Told::AtMost(Share { good: FEW - 1, n }),
    }
}

fn has_both(row: Share) -> bool {
    row.good >= FEW && row.n.saturating_sub(row.good) >= FEW
}

fn smallest(rows: &[Share], told: &[Told], may: impl Fn(&Told) -> bool) -> Option<usize> {
    let all = rows.iter().zip(told).enumerate().filter(|(_, (_, told))| may(told));
    all.min_by_key(|(_, (row, _))| row.n).map(|(at, _)| at)
}
