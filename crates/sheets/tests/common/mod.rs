//! Two versions of a made-up survey, answers to them, and the tables that come of it.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test file uses its part")]

use std::path::{Path, PathBuf};

use mot_cua_sheets::codebook::Codebook;
use mot_cua_sheets::{Answer, Archive, Csv, Layout, Seen, Table, Written, Xlsx};
use serde_json::{Value, json};

pub fn version(digit: char) -> String {
    format!("sha256:{}", digit.to_string().repeat(4))
}

/// Version 2 asks more, words one question anew, and has one more choice.
pub fn archive() -> Archive {
    let rating = |title: &str| {
        json!({"type": "rating", "name": "overall", "title": {"vi": title, "en": "Overall?"}, "rateMax": 3,
            "minRateDescription": {"vi": "Kém"}, "maxRateDescription": {"vi": "Tốt", "km": "ល្អ"}})
    };
    let why =
        |choices: Value| json!({"type": "checkbox", "name": "why", "title": "Vì sao?", "choices": choices});
    let words = json!({"type": "comment", "name": "words", "maxLength": 200});
    let first = json!({"elements": [rating("Thế nào?"), why(json!(["fast", {"value": "kind", "text": {"vi": "Tử tế"}}])), words]});
    let second = json!({"elements": [rating("Ông/bà thấy sao?"), why(json!(["fast", "kind", 3])), words,
        {"type": "text", "inputType": "number", "name": "age", "min": 0, "max": 120},
        {"type": "boolean", "name": "rev", "labelTrue": {"vi": "Có"}}]});
    let other = json!({"elements": [{"type": "comment", "name": "never asked"}]});
    let row = |digit, survey: &str, text: Value| (version(digit), survey.to_owned(), text.to_string());
    Archive::of([row('1', "quick", first), row('2', "quick", second), row('3', "other", other)])
}

/// The answers of one revision; the rest is always the same.
pub fn answer(n: u32, answers: Value) -> Answer {
    let body = json!({
        "v": 1, "id": format!("00000000-0000-4000-8000-{n:012x}"), "rev": 2, "survey": "quick", "surveyVersion": version('2'),
        "place": {"unit": "04795", "counter": "3", "purpose": "rate"}, "answers": answers, "complete": true,
        "savedAt": "2026-11-21T02:00:00Z", "seconds": 14, "lang": "vi", "app": "1.0.0",
        "context": {"mode": "page", "assisted": false, "tapMs": 2100}, "token": "SECRET"
    });
    let Value::Object(body) = body else { unreachable!() };
    Answer {
        body,
        validated: true,
        place_known: true,
        received_at: "2026-11-21T09:00:00+07:00".to_owned(),
        tier: "poster".to_owned(),
        rate: 0,
        trap: false,
    }
}

pub struct Export {
    pub archive: Archive,
    pub seen: Seen,
    pub layout: Layout,
}

impl Export {
    pub fn of(answers: &[Answer]) -> Self {
        let (archive, mut seen) = (archive(), Seen::default());
        for answer in answers {
            seen.note(&archive, answer);
        }
        let layout = Layout::of(&archive, &seen);
        Self { archive, seen, layout }
    }

    pub fn codebook(&self) -> Codebook {
        Codebook::of(&self.archive, &self.seen, &self.layout)
    }

    pub fn csv(&self, answers: &[Answer]) -> (String, Written) {
        let mut out = Vec::new();
        let table = Box::new(Csv::begin(&mut out, &self.layout.heads()).unwrap());
        let written = fill(table, &self.layout, answers);
        (String::from_utf8(out).unwrap(), written)
    }

    pub fn xlsx(&self, path: &Path, answers: &[Answer]) -> Written {
        let table = Xlsx::begin(path, self.layout.heads(), &self.codebook()).unwrap();
        fill(Box::new(table), &self.layout, answers)
    }
}

fn fill(mut table: Box<dyn Table + '_>, layout: &Layout, answers: &[Answer]) -> Written {
    for answer in answers {
        table.row(layout.row(answer)).unwrap();
    }
    table.finish().unwrap()
}

/// A file of this test's own.
pub fn file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("mot-cua-sheets-{}-{name}", std::process::id()))
}
