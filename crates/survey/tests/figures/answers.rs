//! Made-up answers, the same for the same seed, and their counting.

use mot_cua_survey::figures::{Answered, Book, Came, Figures, Month, Revisions};
use serde_json::{Map, Value, json};

/// Two factors, a core of three questions, and one question of the ward's own.
pub(crate) const NINE: &str = r#"{
  "core": {"id": "c", "hash": "", "questions": ["a1", "a2", "b1"]},
  "indices": [{"name": "service", "factors": [{"name": "access", "weight": 2, "questions": ["a1", "a2"]}, {"name": "staff", "questions": ["b1"]},
    {"name": "local", "questions": ["local1"]}]}],
  "pages": [{"name": "access", "title": {"vi": "Tiếp cận"}, "elements": [{"type": "rating", "name": "a1"}, {"type": "rating", "name": "a2"}]},
    {"name": "staff", "elements": [{"type": "rating", "name": "b1"}, {"type": "rating", "name": "local1"}]},
    {"name": "more", "elements": [{"type": "checkbox", "name": "why", "choices": ["fast", "kind", "slow"]},
      {"type": "radiogroup", "name": "onTime", "choices": ["yes", "late", "notYet"]}, {"type": "comment", "name": "words"}]}]}"#;

/// The same survey with another core: three levels, of which the third is good.
pub(crate) fn three() -> String {
    NINE.replace(r#""name": "a1"}"#, r#""name": "a1", "rateMax": 3}"#)
        .replace(r#""name": "service", "factors""#, r#""name": "service", "atLeast": 3, "factors""#)
}

/// One line of an export, in no order, with earlier revisions and copies.
pub(crate) fn lines(seed: u64, count: u32) -> Vec<Value> {
    let mut dice = seed;
    // Donald Knuth's MMIX generator; its low bits are poor.
    let mut below = move |end: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % end
    };
    let mut lines = Vec::new();
    for n in 0..count {
        let version = ["v5", "v5", "v5", "v3", "unknown"][usize::try_from(below(5)).unwrap()];
        let month = ["2026-11", "2026-11", "2026-10", "2025-11", "2036-11", "2016-11"]
            [usize::try_from(below(6)).unwrap()];
        let unit = ["04795", "04796", "H26"][usize::try_from(below(3)).unwrap()];
        for rev in 1..=1 + below(3) {
            let mut answers = Map::new();
            for name in ["a1", "a2", "b1", "local1"] {
                if below(4) > 0 {
                    // Now and then from a form, and now and then beyond the scale.
                    let level = 1 + below(6);
                    answers.insert(
                        name.into(),
                        if below(9) == 0 { level.to_string().into() } else { level.into() },
                    );
                }
            }
            let all = ["fast", "kind", "slow"];
            let why: Vec<&str> = all.into_iter().filter(|_| below(3) == 0).collect();
            answers.insert("why".into(), json!(why));
            answers.insert(
                "onTime".into(),
                json!(["yes", "late", "notYet", "?"][usize::try_from(below(4)).unwrap()]),
            );
            answers.insert("words".into(), json!(["", " ", "Nhanh"][usize::try_from(below(3)).unwrap()]));
            let tier = ["poster", "token", "token-late", "token-reused", "embed"][(n % 5) as usize];
            let line = json!({"id": format!("00000000-0000-4000-8000-{n:012x}"), "rev": rev, "survey": "nine",
                "surveyVersion": version, "place": {"unit": unit, "counter": (1 + below(2)).to_string(), "field": "HOTICH"},
                "answers": answers, "tier": tier, "receivedAt": format!("{month}-05T09:00:00+07:00")});
            for _ in 0..=below(2) {
                lines.push(line.clone());
            }
        }
    }
    for at in (1..lines.len()).rev() {
        lines.swap(at, usize::try_from(below(at as u64 + 1)).unwrap());
    }
    lines
}

pub(crate) fn book() -> Book {
    let of = |version: &str, text: String| (version.to_owned(), "nine".to_owned(), text);
    Book::of([of("v5", NINE.to_owned()), of("v3", three())])
}

pub(crate) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// The report of November 2026.
pub(crate) fn count<'a>(lines: impl IntoIterator<Item = &'a Value> + Clone) -> Figures {
    count_by(lines, book())
}

pub(crate) fn count_by<'a>(lines: impl IntoIterator<Item = &'a Value> + Clone, book: Book) -> Figures {
    let id = |line: &'a Value| line["id"].as_str().unwrap();
    let rev = |line: &Value| u32::try_from(line["rev"].as_u64().unwrap()).unwrap();
    let came = |line: &Value| Month::of(line["receivedAt"].as_str().unwrap()).unwrap();
    let (mut revisions, mut figures) = (Revisions::default(), Figures::new(book, month("2026-11")));
    for line in lines.clone() {
        revisions.note(id(line), rev(line), came(line));
    }
    for line in lines {
        if revisions.take(id(line), rev(line), came(line)) {
            figures.count(&Answered {
                survey: line["survey"].as_str().unwrap(),
                version: line["surveyVersion"].as_str().unwrap(),
                month: came(line),
                unit: line["place"]["unit"].as_str().unwrap(),
                counter: line["place"]["counter"].as_str(),
                field: line["place"]["field"].as_str(),
                procedure: None,
                came: Came::of(line["tier"].as_str().unwrap_or_default()),
                answers: line["answers"].as_object().unwrap(),
            });
        }
    }
    figures
}
