//! What everybody may see.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{NOW, Server, answer, id};
use serde_json::json;

const MONTH: i64 = 30 * 24 * 3_600_000;

#[test]
fn only_closed_months_and_never_few() {
    let server = Server::start();
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
    let cell = json!({"survey": "quick", "question": "overall", "n": 12});
    assert_eq!(month("2026-10").json()["surveys"], json!([cell]), "one and eleven: only the sum");
    // In December, November's late revision is no answer of November.
    server.set_clock(NOW + MONTH);
    assert_eq!(month("2026-11").json()["surveys"], json!([]));
    for n in 12..22 {
        server.set_clock(NOW);
        server.post(&answer(&id(n), 1, json!({"overall": if n == 12 { 1 } else { 4 }})));
    }
    server.set_clock(NOW + MONTH);
    assert_eq!(month("2026-11").json()["surveys"][0]["n"], json!(10));
    assert_eq!(server.get("/api/results?unit=x&month=2026-10").json()["field"], json!("unit"));
    assert_eq!(server.get("/api/results?unit=04795&month=2026-1%27").json()["field"], json!("month"));
}
