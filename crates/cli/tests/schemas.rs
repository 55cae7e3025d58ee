//! The published schemas say what the structs say. The literals name every member: a new one does not compile until it stands
//! here, and is not valid until it stands in the schema.
#![allow(clippy::unwrap_used)]

mod desk;

use std::collections::BTreeSet;

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::{By, Case, Channel, Document, Fee, FeeState, Outcome, Time};
use mot_cua_contract::adapter::{Guard, Kind, Revisions, Rule, Submit};
use mot_cua_contract::site::{Above, Counter, Field, Merged, Privacy, Theme, Unit};
use mot_cua_contract::time::Rounding;
use mot_cua_contract::{Answer, Context, Mode, Place, Purpose, Site};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn schema(name: &str) -> Value {
    serde_json::from_slice(&desk::mot_cua(&["schema", name]).stdout).unwrap()
}

fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path)).collect()
}

/// `full` has every member; the schema has the same, and demands those without which serde refuses.
fn same_members<T: DeserializeOwned>(schema: &Value, full: &Value) {
    assert_eq!(faults(schema, full), Vec::<String>::new());
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&schema["properties"]), names(full));
    for name in names(full) {
        let mut less = full.clone();
        less.as_object_mut().unwrap().remove(&name);
        let required = schema["required"].as_array().unwrap().contains(&json!(name));
        let reads = serde_json::from_value::<T>(less).is_ok();
        // What serde fills in may still be demanded of a person who writes the file; never the other way round.
        assert!(reads || required, "{name} is required by the struct and not by the schema");
    }
}

fn site() -> Site {
    let rule = |status| {
        Some(Rule {
            status: vec![status],
            content_type: Some("application/json".into()),
            body: json!({"/id": "{id}"}).as_object().cloned().unwrap_or_default(),
            text: Some("Stored, thanks".into()),
        })
    };
    Site {
        v: 1,
        name: "Phường".into(),
        url: Some("https://danhgia.example.vn".into()),
        base: "/mot-cua/".into(),
        languages: vec!["vi".into()],
        units: vec![Unit {
            id: "04795".into(),
            name: "Phường".into(),
            counters: vec![Counter {
                id: "3".into(), name: "Quầy 3".into(), fields: vec!["HOTICH".into()]
            }],
            address: Some("Số 1".into()),
            phone: Some("1022".into()),
            hours: Some("Sáng".into()),
        }],
        merged: vec![Merged {
            id: "04792".into(),
            name: "Phường cũ".into(),
            into: "04795".into(),
            counters: vec![Counter { id: "1".into(), name: "Quầy 1".into(), fields: Vec::new() }],
        }],
        fields: vec![Field { id: "HOTICH".into(), name: "Hộ tịch".into() }],
        survey: "quick".into(),
        catalogue: false,
        offline: false,
        frames: Some(vec!["https://phuong.example.vn".into()]),
        submit: Submit {
            kind: Kind::Json,
            url: "https://host.example/{key}".into(),
            attachments: Some("https://photos.example/put".into()),
            method: "PUT".into(),
            headers: [("x-y".to_owned(), "z".to_owned())].into_iter().collect(),
            body: Some(json!({"a": "{answer}"})),
            revisions: Revisions::Replace,
            guard: Some(Guard::Server),
            replies_from: Some("https://replies.example".into()),
            ack: rule(200),
            duplicate: rule(409),
        },
        privacy: Privacy { rounding: Rounding::Day, readers: Some("Chủ tịch".into()) },
        above: Some(Above { name: "Thành phố".into(), url: "tel:1022".into() }),
        theme: Theme { accent: Some("#0b5446".into()) },
    }
}

#[test]
fn the_site() {
    let schema = schema("site");
    let full = serde_json::to_value(site()).unwrap();
    same_members::<Site>(&schema, &full);
    Site::read(&full.to_string()).unwrap();
    for (pointer, value) in [
        ("/base", json!("x")),
        ("/units", json!([])),
        ("/units/0/id", json!("a b")),
        ("/units/0/counters/0/id", json!("12345")),
        ("/submit/kind", json!("ftp")),
        ("/submit/guard", json!("hope")),
        ("/submit/repliesFrom", json!("https://replies.example/path")),
        ("/submit/ack/status", json!([])),
        ("/submit/ack/status", json!([302])),
        ("/submit/duplicate/text", json!("<html><p>")),
        ("/theme/accent", json!("red")),
        ("/survey", json!("../x")),
        ("/url", json!("https://host/path")),
    ] {
        let mut broken = full.clone();
        *broken.pointer_mut(pointer).unwrap() = value;
        assert!(!faults(&schema, &broken).is_empty(), "the schema takes a wrong {pointer}");
        assert!(Site::read(&broken.to_string()).is_err(), "the program takes a wrong {pointer}");
    }
}

#[test]
fn what_stands_beside_the_records() {
    for name in ["words", "events", "wards"] {
        let path = format!("{}/../../public/catalogue/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let mut file: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(faults(&schema(name), &file), Vec::<String>::new(), "{name}");
        file["unheard"] = json!(1);
        assert!(!faults(&schema(name), &file).is_empty(), "{name}");
    }
}

#[test]
fn the_answer() {
    let full = Answer {
        v: 1,
        id: "3f2b8c4e-1a2b-4c3d-8e4f-5a6b7c8d9e0f".into(),
        rev: 1,
        survey: "quick".into(),
        survey_version: format!("sha256:{}", "0".repeat(64)),
        place: Place {
            unit: "04795".into(),
            counter: Some("3".into()),
            field: Some("HOTICH".into()),
            procedure: Some("1.001193".into()),
            purpose: Some(Purpose::Rate),
        },
        answers: json!({"overall": 5}).as_object().unwrap().clone(),
        complete: true,
        saved_at: "2026-11-21T09:00:00+07:00".into(),
        seconds: Some(3),
        lang: "vi".into(),
        app: "0.1.0".into(),
        context: Context { mode: Mode::Page, assisted: false, tap_ms: Some(900) },
        token: Some("ABC234".into()),
    };
    let (schema, full) = (schema("answer"), serde_json::to_value(full).unwrap());
    same_members::<Answer>(&schema, &full);
    for part in ["place", "context"] {
        let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(names(&schema["properties"][part]["properties"]), names(&full[part]), "{part}");
    }
    let mut wrong = full;
    wrong["place"]["unit"] = json!("../x");
    assert!(!faults(&schema, &wrong).is_empty());
}

#[test]
fn the_procedure() {
    let text = || Some("x".to_owned());
    let full = Procedure {
        v: 1,
        code: "1.001193".into(),
        title: "x".into(),
        names: [("vi".to_owned(), "x".to_owned())].into_iter().collect(),
        field: "x".into(),
        audience: text(),
        office: text(),
        authority: text(),
        ministry: text(),
        kind: text(),
        levels: vec!["x".into()],
        decision: text(),
        source: text(),
        retrieved: Some("2026-11-21".into()),
        description: text(),
        steps: text(),
        channels: vec![Channel {
            by: By::Online,
            time: Some(Time { amount: 0.5, unit: Some(mot_cua_catalogue::model::Unit::WorkingDay) }),
            fees: vec![Fee {
                state: FeeState::Amount,
                amount: Some(8000.0),
                currency: text(),
                note: text(),
                maybe_thousands: true,
            }],
            note: text(),
            uncertain: true,
            unsplit: text(),
        }],
        cases: vec![Case {
            name: text(),
            documents: vec![Document {
                name: "x".into(),
                originals: 1,
                copies: 0,
                form: true,
                form_name: text(),
                form_url: text(),
            }],
        }],
        results: vec![Outcome { name: "x".into(), code: text() }],
        requirements: text(),
        legal: vec!["x".into()],
        legal_text: text(),
        keywords: text(),
        status: Some(mot_cua_catalogue::model::Status::Replaced),
        replaced_by: text(),
        at_ward_counter: true,
        summary: true,
        // Nobody writes it: the build does.
        ours: Vec::new(),
        extra: [("a".to_owned(), json!(1))].into_iter().collect(),
    };
    same_members::<Procedure>(&schema("procedure"), &serde_json::to_value(full).unwrap());
}

#[test]
fn the_sample_site_is_valid() {
    let public = desk::repository().join("public");
    let read =
        |path: &std::path::Path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let valid = |schema: &Value, path: &std::path::Path| {
        assert_eq!(faults(schema, &read(path)), Vec::<String>::new(), "{}", path.display());
    };
    valid(&schema("site"), &public.join("site.json"));
    for (name, folder) in [("survey", "surveys"), ("procedure", "catalogue/p")] {
        let schema = schema(name);
        let files: Vec<_> =
            std::fs::read_dir(public.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(!files.is_empty());
        for path in &files {
            valid(&schema, path);
        }
    }
    let no_choices = json!({"elements": [{"type": "checkbox", "name": "why"}]});
    assert!(!faults(&schema("survey"), &no_choices).is_empty());
}
