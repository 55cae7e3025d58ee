//! What travels is read alike by serde's derive and by the page's own reader.
#![allow(clippy::unwrap_used)]

#[path = "common/agree.rs"]
mod agree;

use std::fs;
use std::path::Path;

use mot_cua_contract::adapter::Submit;
use mot_cua_contract::block::{Block, SurveyFile};
use mot_cua_contract::lean::FromJson;
use mot_cua_contract::{Answer, Problem, Text};
use serde_json::{Map, Value, json};

fn submit() -> Value {
    json!({"kind": "json", "url": "https://may.example.vn/a/{id}", "attachments": "https://may.example.vn/photos", "method": "PUT", "headers": {"x-key": "{key}"},
        "body": {"all": "{answer}", "list": [1, 2.5, null]}, "revisions": "replace", "guard": "server",
        "repliesFrom": "https://replies.example",
        "ack": {"status": [200, 201], "contentType": "application/json", "body": {"/id": "{id}", "/rev": null}, "text": "Stored"},
        "duplicate": {"status": [409], "contentType": "application/json", "body": {"/error/key": "{key}"}, "text": "Known"}})
}

fn answer() -> Value {
    json!({"v": 1, "id": "00000000-0000-4000-8000-00000000001f", "rev": 2, "survey": "quick", "surveyVersion": "sha256:0",
        "place": {"unit": "04795", "counter": "3", "field": "HOTICH", "procedure": "1.001193", "purpose": "look"},
        "answers": {"overall": 5, "why": ["fast"], "words": "tốt 🙂", "half": 2.5, "none": null}, "complete": true,
        "savedAt": "2026-11-21T09:00:00+07:00", "seconds": 14, "lang": "vi", "app": "0.1.0",
        "context": {"mode": "embed", "assisted": true, "tapMs": 2100}, "token": "ABCDEF"})
}

/// The page's data block: the sample site with what `mot-cua build` adds (`crates/cli/src/build/block.rs`).
fn stamped() -> Map<String, Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/site.json");
    let mut site: Map<String, Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    site.insert(
        "surveys".into(),
        json!({"quick": {"url": "/surveys/quick.json?v=1", "version": "sha256:0"}}),
    );
    site.insert("app".into(), json!("0.1.0"));
    site.insert("locales".into(), json!({"vi": "/locales/vi.json", "en": "/locales/en.json"}));
    site.insert("catalogueIndex".into(), json!("/catalogue/index.json?v=1"));
    site
}

#[test]
fn the_stamped_block() {
    let site = stamped();
    agree::on::<Block>(&Value::from(site.clone()).to_string());
    let block = Block::from_json(&Value::from(site)).unwrap();
    assert_eq!(block.units[0].counters.len(), 3);
    assert_eq!(block.survey_file().unwrap().url, "/surveys/quick.json?v=1");
    assert_eq!(block.catalogue_index.as_deref(), Some("/catalogue/index.json?v=1"));
}

#[test]
fn a_block_with_every_member() {
    let words = json!({"vi": "một", "en": "one"});
    let mut all = stamped();
    let counter = json!({"id": "1", "name": words, "fields": ["HOTICH"]});
    let unit = json!({"id": "04795", "name": "Phường", "counters": [counter], "address": words, "phone": "024", "hours": words});
    all.insert("units".into(), json!([unit]));
    all.insert("fields".into(), json!([{"id": "HOTICH", "name": words}]));
    all.insert("submit".into(), submit());
    all.insert("privacy".into(), json!({"rounding": "day", "readers": words}));
    all.insert("mode".into(), json!("form"));
    all.insert("lang".into(), json!("en"));
    agree::on_all_like::<Block>(&Value::from(all));
    agree::on_all_like::<SurveyFile>(&json!({"url": "/a", "version": "sha256:0"}));
}

#[test]
fn every_word() {
    for kind in ["mot-cua", "json", "form", "postgrest"] {
        for revisions in ["append", "replace", "final"] {
            agree::on::<Submit>(&json!({"kind": kind, "revisions": revisions}).to_string());
        }
    }
    for (mode, purpose) in [("page", "rate"), ("embed", "look"), ("form", "say")] {
        let mut answer = answer();
        answer["context"]["mode"] = json!(mode);
        answer["place"]["purpose"] = json!(purpose);
        agree::on::<Answer>(&answer.to_string());
    }
    for rounding in ["hour", "day"] {
        let mut site = stamped();
        site.insert("privacy".into(), json!({"rounding": rounding}));
        agree::on::<Block>(&Value::from(site).to_string());
    }
}

#[test]
fn answers_adapters_problems_texts() {
    agree::on_all_like::<Answer>(&answer());
    agree::on_all_like::<Submit>(&submit());
    agree::on::<Submit>("{}");
    agree::on_all_like::<Problem>(
        &json!({"type": "/problems/conflict", "title": "t", "status": 422, "detail": "d",
        "field": "place.unit", "stored": true}),
    );
    agree::on_all_like::<Text>(&json!("một"));
    agree::on_all_like::<Text>(&json!({"vi": "một", "default": "uno"}));
    let mut least = answer();
    for name in ["seconds", "context", "token"] {
        least.as_object_mut().unwrap().remove(name);
    }
    least["place"] = json!({"unit": "04795"});
    agree::on::<Answer>(&least.to_string());
}

#[test]
fn answers_are_written_as_the_derive_writes_them() {
    let strange: String = ('\0'..'\u{100}').chain("ữ🙂\u{2028}".chars()).collect();
    let mut odd = answer();
    odd["answers"] = json!({&strange: [&strange, -1, 0.1, 37.5, -2.25, true, {}], "": null});
    odd["survey"] = json!(strange);
    for value in [answer(), odd] {
        for purpose in [Value::Null, json!("rate"), json!("look"), json!("say")] {
            for mode in ["page", "embed", "form"] {
                let mut answer = Answer::from_json(&value).unwrap();
                answer.place.purpose = FromJson::from_json(&purpose).unwrap();
                answer.context.mode = FromJson::from_json(&json!(mode)).unwrap();
                assert_eq!(answer.to_json(), serde_json::to_string(&answer).unwrap());
                (answer.seconds, answer.context.tap_ms, answer.token) = (None, None, None);
                answer.place.counter = None;
                assert_eq!(answer.to_json(), serde_json::to_string(&answer).unwrap());
            }
        }
    }
}
