//! What storage holds is read alike by serde's derive and by the page's own reader.
#![allow(clippy::unwrap_used)]

#[path = "../../contract/tests/common/agree.rs"]
mod agree;

use mot_cua_outbox::{Fact, Phase, Record};
use serde_json::json;

#[test]
fn records() {
    let record = |phase| json!({"id": "a", "rev": 2, "seq": 7, "edit": 1, "bytes": "{\"v\":1}", "phase": phase, "attempts": 3, "whole": "w"});
    agree::on_all_like::<Record>(&record(json!({"refused": {"status": 422, "field": "why"}})));
    agree::on::<Record>(&record(json!({"refused": {"status": 422, "field": null}})).to_string());
    agree::on_all_like::<Record>(&record(json!("draft")));
    agree::on::<Phase>("\"frozen\"");
}

#[test]
fn what_is_written_is_read() {
    let bytes = r#"{"v":1,"id":"00000000-0000-4000-8000-00000000001f","rev":1,"survey":"quick","surveyVersion":"sha256:0",
        "place":{"unit":"04795"},"answers":{"overall":5},"complete":false,"savedAt":"2026-11-21T09:00:00+07:00","lang":"vi",
        "app":"0.1.0","context":{"mode":"page","assisted":false}}"#;
    let id = "00000000-0000-4000-8000-00000000001f".to_owned();
    for phase in [
        Phase::Draft,
        Phase::Frozen,
        Phase::Refused { status: 400, field: None },
        Phase::Refused { status: 400, field: Some("\"\\\n\u{1}ữ".into()) },
    ] {
        let phase_is_draft = phase == Phase::Draft;
        let record = Record {
            id: id.clone(),
            rev: 1,
            seq: u64::MAX,
            edit: 1,
            bytes: bytes.into(),
            phase,
            attempts: 0,
            whole: Some("\"ữ".to_owned()).filter(|_| phase_is_draft),
        };
        assert_eq!(record.text(), serde_json::to_string(&record).unwrap());
        assert_eq!(Record::read(&record.text()), Some(record));
    }
}

#[test]
fn facts() {
    for end in ["sent", "deleting", "deleted", "forgotten"] {
        let fact = json!({"id": "a", "rev": 2, "seq": 7, "at_ms": 1_795_000_000_000.5, "end": end});
        agree::on_all_like::<Fact>(&fact);
        let fact: Fact = serde_json::from_value(fact).unwrap();
        assert_eq!(fact.text(), serde_json::to_string(&fact).unwrap());
        assert_eq!(Fact::read(&fact.text()), Some(fact));
    }
}
