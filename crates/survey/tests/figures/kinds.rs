//! Questions that only the page of every question asks.

use mot_cua_survey::figures::{Book, Group, Shape};
use serde_json::json;

use crate::answers::{count_by, month};

const SURVEY: &str = r#"{"indices": [{"name": "desk", "atLeast": 3, "factors": [{"name": "clean", "questions": ["desk.clean"]}]}],
  "pages": [{"elements": [{"type": "panel", "name": "p", "elements": [
    {"type": "matrix", "name": "desk", "title": "Quầy", "columns": [1, 2, 3], "rows": ["clean", {"value": "signs", "text": "Biển"}]},
    {"type": "dropdown", "name": "from", "choices": ["a", "b"]}, {"type": "tagbox", "name": "papers", "choices": ["x", "y"]},
    {"type": "checkbox", "name": "consent", "choices": ["contact"]}]}]}]}"#;

/// A survey without one of the six types of the first page was counted nowhere, and so was what stands in a panel.
#[test]
fn a_matrix_counts_row_by_row_and_panels_are_looked_into() {
    let renamed = SURVEY.replace("\"columns\": [1, 2, 3]", "\"columns\": [1, 2, 3, 4]");
    let book = Book::of(
        [("v1", SURVEY), ("v2", renamed.as_str())].map(|(v, text)| (v.into(), "full".into(), text.into())),
    );
    assert_eq!(book.series().len(), 2, "another scale of the matrix that is measured");
    let line = |n: u32, answers: serde_json::Value| {
        json!({"id": format!("id{n}"), "rev": 1, "survey": "full", "surveyVersion": "v1", "receivedAt": "2026-11-05",
            "place": {"unit": "04795"}, "answers": answers})
    };
    let lines = [
        line(1, json!({"desk": {"clean": 3, "signs": 1}, "from": "a", "papers": ["x", "y"]})),
        line(2, json!({"desk": {"clean": "2", "__proto__": 3}, "from": "c"})),
        line(3, json!({"desk": {"clean": 9}, "desk.clean": {"clean": 3}})),
        line(4, json!({"desk": [3], "papers": "x"})),
    ];
    let figures = count_by(&lines, book);
    let (series, all) = (&figures.series()[0], figures.tally(0, &Group::All, month("2026-11")).unwrap());
    let of = |question: &str| all.values(series.column(question).unwrap());
    assert_eq!(of("desk.clean"), [0, 1, 1]);
    assert_eq!(of("desk.signs"), [1, 0, 0]);
    assert_eq!((of("from"), of("papers")), (vec![1, 0], vec![2, 1]));
    assert!(series.column("consent").is_none(), "who may be reached is no figure");
    let clean = series.column("desk.clean").unwrap();
    assert_eq!((clean.shape, clean.words("vi")), (Shape::Scale, "clean"));
    let figure = figures.comparable(0, &Group::All, month("2026-11")).unwrap();
    assert!((figure.value - 50.0).abs() < 1e-9 && figure.n == 2, "{figure:?}");
}

#[test]
fn an_index_of_no_answers_is_no_data() {
    let rated = ["a", "b", "c"].map(|name| json!({"type": "rating", "name": name}));
    let survey = json!({"elements": rated, "indices": [{"name": "i", "factors": [
        {"name": "f", "weight": 3, "questions": ["a", "b"]}, {"name": "g", "questions": ["c"]}]}]});
    let score = |answers: &[serde_json::Value]| {
        let book = Book::of([("v".into(), "s".into(), survey.to_string())]);
        let line = |(n, answers)| {
            json!({"id": format!("id{n}"), "rev": 1, "survey": "s", "surveyVersion": "v", "receivedAt": "2026-11-05",
                "place": {"unit": "04795"}, "answers": answers})
        };
        let figures = count_by(&answers.iter().enumerate().map(line).collect::<Vec<_>>(), book);
        let (series, tally) = (&figures.series()[0], figures.tally(0, &Group::All, month("2026-11")));
        let figure = tally.and_then(|tally| tally.index(&series.measures[0], &series.columns));
        figure.map(|figure| ((figure.value * 10.0).round() / 10.0, figure.n))
    };
    assert_eq!(score(&[]), None);
    assert_eq!(score(&[json!({"z": 5})]), None);
    // a: half of two, b: no one, so f is 50; c: none of one is good. (3 · 50 + 1 · 0) / 4
    assert_eq!(score(&[json!({"a": 4, "c": 3}), json!({"a": "3"})]), Some((37.5, 2)));
    assert_eq!(score(&[json!({"a": 5, "b": 4, "c": 4})]), Some((100.0, 1)));
}
