//! Answers nobody meant to send.

use mot_cua_survey::figures::{Book, Change, Group, Month, Point, Share};
use serde_json::{Value, json};

use crate::answers::{NINE, count, count_by, lines, month};

fn line(id: &str, version: &str, at: &str, answers: Value) -> Value {
    json!({"id": id, "rev": 1, "survey": "nine", "surveyVersion": version, "receivedAt": at,
        "place": {"unit": "04795"}, "answers": answers})
}

#[test]
fn no_data_is_no_number() {
    let figures = count(&[]);
    assert_eq!(figures.comparable(0, &Group::All, month("2026-11")), None);
    assert_eq!(figures.change(0, &Group::All, 1), Change::NoData);
    assert!(figures.line(0, &Group::All).iter().all(|(_, point)| *point == Point::NoData));
    assert_eq!(Share { good: 0, n: 0 }.figure(), None);
    // Someone came and answered nothing of it.
    let lines = [line("x", "v5", "2026-11-01", json!({"words": "Tốt"}))];
    let figures = count(&lines);
    assert_eq!(figures.tally(0, &Group::All, month("2026-11")).unwrap().n, 1);
    assert_eq!(figures.comparable(0, &Group::All, month("2026-11")), None);
}

#[test]
fn another_scale_or_core_breaks_the_line() {
    let good = json!({"a1": 3, "a2": 5, "b1": 5});
    let lines = [
        line("x", "v5", "2026-11-01", good.clone()),
        line("y", "v3", "2026-10-01", good.clone()),
        line("z", "v3", "2025-11-01", good),
    ];
    let figures = count(&lines);
    assert_eq!(figures.series().len(), 2, "of five levels, and of three");
    assert_eq!(
        [1, 12, 2].map(|ago| figures.change(0, &Group::All, ago)),
        [Change::Break, Change::Break, Change::NoData]
    );
    let broken = figures.line(0, &Group::All).into_iter().filter(|(_, point)| *point == Point::Break);
    assert_eq!(broken.map(|(month, _)| month.to_string()).collect::<Vec<_>>(), ["2025-11", "2026-10"]);
}

#[test]
fn what_a_ward_asks_beside_the_core_breaks_nothing() {
    let own =
        NINE.replace(r#"{"type": "comment", "name": "words"}"#, r#"{"type": "boolean", "name": "seat"}"#);
    let book =
        Book::of([("v5", NINE), ("own", own.as_str())].map(|(v, t)| (v.into(), "nine".into(), t.into())));
    assert_eq!(book.series().len(), 1);
    let all = json!({"a1": 4, "a2": 4, "b1": 4, "local1": 1});
    let lines =
        [line("x", "v5", "2026-10-01", all), line("y", "own", "2026-11-01", json!({"a1": 4, "seat": true}))];
    let figures = count_by(&lines, book);
    // By the core alone: the ward's own question is in the index, and in no comparison.
    let october = figures.tally(0, &Group::All, month("2026-10")).unwrap();
    let series = &figures.series()[0];
    assert!((october.index(&series.measures[0], &series.columns).unwrap().value - 75.0).abs() < 1e-9);
    assert!((figures.comparable(0, &Group::All, month("2026-10")).unwrap().value - 100.0).abs() < 1e-9);
    assert_eq!(figures.change(0, &Group::All, 1), Change::Unsure(0.0), "one answer each: it may be chance");
}

#[test]
fn unknown_versions_and_wrong_clocks_count_nowhere() {
    let lines = lines(3, 400);
    let figures = count(&lines);
    assert!(figures.doubts().unknown_version > 0);
    let counted: u64 = [0, 1]
        .map(|at| figures.tally(at, &Group::All, month("2026-11")).map_or(0, |tally| tally.n))
        .iter()
        .sum();
    let first =
        |line: &&Value| line["rev"] == 1 && line["receivedAt"].as_str().unwrap().starts_with("2026-11");
    let mut ids: Vec<_> = lines.iter().filter(first).map(|line| line["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(counted + figures.doubts().unknown_version, ids.len() as u64);
    for text in ["", "2026", "2026-13", "2026-00", "2026-11x", "20261-1", "+026-11", "2026-1🙂", "🙂🙂"]
    {
        assert_eq!(Month::of(text), None, "{text}");
    }
    assert_eq!(month("0000-01").before(5), month("0000-01"));
    assert_eq!(month("2026-01").before(1).to_string(), "2025-12");
}
