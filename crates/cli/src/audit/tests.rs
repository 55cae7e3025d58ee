#![allow(clippy::unwrap_used)]

use mot_cua_sheets::Answer;
use serde_json::{Value, json};

use super::tally::Tally;
use super::words::report;
use crate::check::surveys::Lang;

fn answer(hour: &str, answers: &Value) -> Answer {
    let Value::Object(body) = json!({
        "place": {"unit": "04795", "counter": "3"}, "answers": answers, "savedAt": format!("2026-11-{hour}:00:00+07:00"),
        "context": {"tapMs": 2100},
    }) else {
        unreachable!()
    };
    Answer { body, tier: "poster".to_owned(), ..Answer::default() }
}

fn told(answers: &[Answer]) -> String {
    let mut tally = Tally::default();
    for answer in answers {
        tally.count(answer);
    }
    report(Lang::Vi, tally.answers, &tally.findings())
}

/// A month of a quiet desk: four an hour, the last of a day at 21:00.
fn quiet() -> Vec<Answer> {
    let hours = (1..29).flat_map(|day| [8, 9, 14, 21].map(|hour| format!("{day:02}T{hour:02}")));
    hours
        .flat_map(|hour| (0..4).map(move |_| answer(&hour, &json!({"overall": 5, "words": "Tốt lắm"}))))
        .collect()
}

#[test]
fn a_quiet_month_has_nothing_unusual() {
    assert_eq!(told(&quiet()), "Đã xem 448 câu trả lời.\nKhông thấy điều gì lạ.\n");
}

#[test]
fn each_sign_is_one_sentence() {
    let mut all = quiet();
    all.extend((0..30).map(|_| answer("21T10", &json!({"overall": 5}))));
    all.extend((0..3).map(|_| answer("22T23", &json!({"words": "Cán bộ  rất NHIỆT tình\u{1b}[2J"}))));
    for (at, odd) in all.iter_mut().rev().take(4).enumerate() {
        odd.rate = 64;
        odd.tier = "token-reused".to_owned();
        odd.trap = at == 0;
        odd.body["context"] = json!({"tapMs": 120});
    }
    let text = told(&all);
    for line in [
        "- 04795-3: 30 câu trả lời trong một giờ (21/11/2026 10:00); giờ thường có 4.",
        "- 04795-3: 4 câu trả lời đến dồn dập, hơn 64 lượt gửi trong 10 phút.",
        "- 04795-3: 3 câu trả lời viết giống hệt nhau: “Cán bộ  rất NHIỆT tình [2J”.",
        "- 04795-3: 3 trong 481 câu trả lời từ 22 giờ đến 5 giờ sáng.",
        "- 04795-3: 4 trong 481 câu trả lời chạm sau chưa đến nửa giây, không ai kịp đọc.",
        "- 04795-3: 4 câu trả lời dùng lại phiếu đã dùng.",
        "- 04795-3: 1 câu trả lời có ô ẩn bị điền, có thể do máy gửi.",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert_eq!(text.lines().count(), 9);
}

/// Rounded to the day, every answer is of midnight: all of them were "at night".
#[test]
fn days_have_no_night() {
    let all: Vec<Answer> = (0..50).map(|_| answer("21T00", &json!({"overall": 4}))).collect();
    assert!(told(&all).ends_with("Không thấy điều gì lạ.\n"));
}
