//! What everybody may see.

use crate::desk::{NOW, On, Server, answer, id};
use serde_json::json;

const MONTH: i64 = 30 * 24 * 3_600_000;

on_both!(
    only_closed_months_and_never_few,
    a_month_that_is_told_of_does_not_change,
    a_deletion_changes_nothing_that_was_told,
);

fn only_closed_months_and_never_few(on: On) {
    let server = Server::start(on);
    server.set_clock(NOW - MONTH);
    for n in 0..12 {
        server.post(&answer(&id(n), 1, json!({"overall": 5})));
    }
    // One changes their mind within the month, one after it.
    server.post(&answer(&id(0), 2, json!({"overall": 1})));
    server.set_clock(NOW);
    server.post(&answer(&id(1), 2, json!({"overall": 1})));
    let month = |month: &str| server.get(&format!("/api/results?unit=04795&month={month}"));
    let november = month("2026-11");
    assert_eq!((november.status, november.json()["field"].as_str()), (422, Some("month")));
    let cell = json!({"survey": "quick", "question": "overall", "n": 12, "came": [0, 12, 0]});
    assert_eq!(month("2026-10").json()["surveys"], json!([cell]), "one and eleven: only the sum");
    // In December, November's late revision is no answer of November.
    server.set_clock(NOW + MONTH);
    assert_eq!(month("2026-11").json()["surveys"], json!([]));
    for n in 12..22 {
        server.post(&answer(&id(n), 1, json!({"overall": if n == 12 { 1 } else { 4 }})));
    }
    server.set_clock(NOW + 2 * MONTH);
    assert_eq!(month("2026-12").json()["surveys"][0]["n"], json!(10));
    assert_eq!(server.get("/api/results?unit=x&month=2026-10").json()["field"], json!("unit"));
    assert_eq!(server.get("/api/results?unit=04795&month=2026-1%27").json()["field"], json!("month"));
}

fn a_month_that_is_told_of_does_not_change(on: On) {
    let server = Server::start(on);
    // 2026-12-01T00:00 in Việt Nam.
    let december = 1_796_058_000_000;
    let minute = 60_000;
    let november = || server.get("/api/results?unit=04795&month=2026-11");
    server.set_clock(december - minute);
    for n in 0..10 {
        server.post(&answer(&id(n), 2, json!({"overall": 5})));
    }
    server.set_clock(december + 59 * minute);
    assert_eq!(november().status, 422, "what came before midnight may not be stored yet");
    server.set_clock(december + 60 * minute);
    let told = november().json();
    assert_eq!(told["surveys"][0]["levels"], json!([0, 0, 0, 0, 10]));
    // A first revision overtaken by the second, a third, and a new answer: all too late for November.
    server.post(&answer(&id(0), 1, json!({"overall": 1})));
    server.post(&answer(&id(0), 3, json!({"overall": 1})));
    server.post(&answer(&id(10), 1, json!({"overall": 1})));
    assert_eq!(november().json(), told);
    server.set_clock(december + MONTH + 3 * 24 * 60 * minute);
    let december = server.get("/api/results?unit=04795&month=2026-12").json();
    assert_eq!(december["surveys"], json!([]), "one answer alone is not told of");
}

/// What was told stays told: a deletion after the telling changes no number of it, so the difference of two tellings is nothing.
fn a_deletion_changes_nothing_that_was_told(on: On) {
    let server = Server::start(on);
    server.set_clock(NOW - MONTH);
    for n in 0..10 {
        server.post(&answer(&id(n), 1, json!({"overall": 5, "why": ["kind"]})));
    }
    for n in 10..22 {
        server.post(&answer(&id(n), 1, json!({"overall": 1})));
    }
    server.set_clock(NOW);
    let october = || server.get("/api/results?unit=04795&month=2026-10").json();
    let told = october();
    assert_eq!(told["surveys"][0]["levels"], json!([12, 0, 0, 0, 10]));
    let page = server.get("/results/public").body;
    for n in [0, 11] {
        assert_eq!(server.send("DELETE", &format!("/api/responses/{}", id(n)), &[], "").status, 204);
    }
    assert_eq!(october(), told);
    assert_eq!(server.get("/results/public").body, page);
    // Another collector on the same database tells the same.
    let other = Server::start_with(&server.database, "/", mot_cua_collector::Limits::default(), 8);
    assert_eq!(other.get("/api/results?unit=04795&month=2026-10").json(), told);
    assert_eq!(server.get("/api/results?unit=04795&month=1999-01").json()["surveys"], json!([]));
    assert_eq!(server.count("SELECT count(*) FROM publications"), 1, "an empty month is not worth a row");
}
