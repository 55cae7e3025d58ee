//! What holds of any answers.

use mot_cua_survey::figures::{Group, RolledUp, Share, Tally, ranks, roll_up};
use proptest::prelude::*;
use serde_json::Value;

use crate::answers::{count, lines, month};

/// Everything that is counted.
fn all(figures: &mot_cua_survey::figures::Figures) -> String {
    let groups = |series| figures.groups(series).collect::<Vec<_>>();
    let lines = |series| figures.line(series, &Group::All);
    format!("{:?}", [0, 1].map(|at| (groups(at), lines(at), figures.doubts())))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn neither_order_nor_copies_matter(seed: u64, turn in 0_usize..200) {
        let lines = lines(seed, 60);
        let mut turned: Vec<&Value> = lines.iter().rev().collect();
        let most = turned.len();
        turned.rotate_left(turn % most);
        turned.extend(&lines);
        prop_assert_eq!(all(&count(&lines)), all(&count(turned)));
    }

    #[test]
    fn an_earlier_revision_and_a_later_month_change_nothing(seed: u64) {
        let lines = lines(seed, 40);
        let mut more = lines.clone();
        for line in &lines {
            let mut late = line.clone();
            late["rev"] = 9.into();
            late["receivedAt"] = "2099-01-01T00:00:00+07:00".into();
            more.push(late);
            let mut early = line.clone();
            early["rev"] = 0.into();
            more.push(early);
        }
        prop_assert_eq!(all(&count(&lines)), all(&count(&more)));
    }

    #[test]
    fn units_add_up_to_the_whole(seed: u64) {
        let lines = lines(seed, 80);
        let figures = count(&lines);
        let mut sum = Tally::default();
        for (group, tally) in figures.groups(0) {
            if matches!(group, Group::Unit(_)) {
                sum.add(tally);
            }
        }
        let whole = figures.tally(0, &Group::All, month("2026-11")).cloned();
        prop_assert_eq!(sum, whole.unwrap_or_default());
    }

    #[test]
    fn no_row_of_few_people_is_left(seed: u64, count in 1_u32..60) {
        let lines = lines(seed, count);
        let figures = crate::answers::count(&lines);
        let tallies = figures.groups(0).filter(|(group, _)| matches!(group, Group::Counter { .. }));
        let tallies: Vec<_> = tallies.map(|(group, tally)| (group.clone(), tally.clone())).collect();
        let all: u64 = tallies.iter().map(|(_, tally)| tally.n).sum();
        let RolledUp { rows, rest } = roll_up(tallies);
        prop_assert!(rows.iter().all(|(_, tally)| tally.n >= 10));
        let left = rest.map_or(0, |(_, tally)| tally.n);
        prop_assert!(left == 0 || left >= 10 || rows.is_empty());
        prop_assert_eq!(rows.iter().map(|(_, tally)| tally.n).sum::<u64>() + left, all);
    }

    #[test]
    fn an_interval_holds_its_share_and_ties_share_places(shares in prop::collection::vec((0_u64..50, 1_u64..50), 1..8)) {
        let shares = shares.into_iter().map(|(good, n)| Share { good: good.min(n), n }.figure().unwrap());
        let figures: Vec<_> = shares.collect();
        for figure in &figures {
            prop_assert!(0.0 <= figure.interval.low && figure.interval.low <= figure.value);
            prop_assert!(figure.value <= figure.interval.high && figure.interval.high <= 100.0);
        }
        let ranks = ranks(&figures);
        for (one, rank) in figures.iter().zip(&ranks) {
            prop_assert!(1 <= rank.best && rank.best <= rank.worst && rank.worst <= figures.len());
            for (other, its) in figures.iter().zip(&ranks) {
                if one.interval.meets(&other.interval) {
                    prop_assert!(rank.best <= its.worst && its.best <= rank.worst);
                }
            }
        }
    }
}
