//! Attacks on what is told: the total less the units, tried by listing every table that fits what is told.

use std::collections::BTreeSet;

use mot_cua_survey::figures::{Share, Told, tell};
use proptest::prelude::*;

fn share(good: u64, n: u64) -> Share {
    Share { good, n }
}

#[test]
fn each_row_by_its_rule() {
    let one = |good, n| tell(&[share(good, n)]).0[0];
    assert_eq!([one(0, 0), one(9, 9)], [Told::Nothing, Told::Nothing]);
    assert_eq!([one(10, 10), one(9, 18)], [Told::People(10), Told::People(18)]);
    assert_eq!(one(10, 20), Told::Exact(share(10, 20)));
    // Nobody, one, or nine who were not content: the same is told.
    assert_eq!([one(200, 200), one(199, 200), one(191, 200)], [Told::AtLeast(share(191, 200)); 3]);
    assert_eq!(one(3, 60), Told::AtMost(share(9, 60)));
}

#[test]
fn a_unit_kept_back_is_covered_by_another() {
    let (rows, total) = tell(&[share(3, 5), share(30, 60), share(50, 100)]);
    assert_eq!(rows, [Told::Nothing, Told::Nothing, Told::Exact(share(50, 100))]);
    assert_eq!(total, Told::Exact(share(83, 165)));
    let (rows, total) = tell(&[share(98, 100), share(30, 60), share(50, 100)]);
    assert_eq!(rows, [Told::AtLeast(share(91, 100)), Told::People(60), Told::Exact(share(50, 100))]);
    assert_eq!(total, Told::Exact(share(178, 260)));
    // Nobody is left to cover: the total keeps back the same.
    assert_eq!(tell(&[share(5, 5), share(9, 9)]), (vec![Told::Nothing; 2], Told::Nothing));
    assert_eq!(tell(&[share(97, 100), share(93, 100)]).1, Told::People(200));
}

/// (not content, people).
type Pair = (u64, u64);

/// Everything that a row which is told so may be, of up to `most` people.
fn may_be(told: Told, most: u64) -> Vec<Pair> {
    let fits = |(bad, n): &Pair| match told {
        Told::Exact(share) => *n == share.n && *bad == n - share.good,
        Told::AtLeast(share) => *n == share.n && *bad < 10,
        Told::AtMost(share) => *n == share.n && n - bad < 10,
        Told::People(people) => *n == people,
        Told::Nothing => true,
    };
    (0..=most).flat_map(|n| (0..=n).map(move |bad| (bad, n))).filter(fits).collect()
}

/// What a row may be, given the others and the total.
fn seen(told: &[Told], total: Told, at: usize) -> Vec<Pair> {
    let mut others = BTreeSet::from([(0, 0)]);
    for (_, row) in told.iter().enumerate().filter(|(other, _)| *other != at) {
        let one = may_be(*row, 50);
        others =
            others.iter().flat_map(|sum| one.iter().map(move |row| (sum.0 + row.0, sum.1 + row.1))).collect();
    }
    let totals: BTreeSet<Pair> = may_be(total, 150).into_iter().collect();
    let fits = |row: &Pair| others.iter().any(|sum| totals.contains(&(sum.0 + row.0, sum.1 + row.1)));
    may_be(told[at], 50).into_iter().filter(fits).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_total_less_the_units_tells_no_few(rows in prop::collection::vec((0_u64..=24, 0_u64..=24), 1..4)) {
        let rows: Vec<Share> = rows.into_iter().map(|(good, bad)| share(good, good + bad)).collect();
        let (told, total) = tell(&rows);
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.n > 0) {
            let worlds = seen(&told, total, at);
            // The people of a row, and each side of it: of fewer than ten, ten numbers in a row must be possible.
            let people: Vec<u64> = worlds.iter().map(|(_, n)| *n).collect();
            let bad: Vec<u64> = worlds.iter().map(|(bad, _)| *bad).collect();
            let good: Vec<u64> = worlds.iter().map(|(bad, n)| n - bad).collect();
            for (value, seen) in [(row.n, people), (row.n - row.good, bad), (row.good, good)] {
                let (low, high) = (seen.iter().min().unwrap(), seen.iter().max().unwrap());
                prop_assert!(value >= 10 || high - low >= 9, "{rows:?} {told:?} {total:?}: {value} of row {at} is {low} to {high}");
            }
        }
    }
}
