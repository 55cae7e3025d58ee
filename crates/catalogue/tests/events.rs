//! One checklist for a life event, and the slip of what is missing.
#![allow(clippy::unwrap_used)]

#[path = "../../contract/tests/common/agree.rs"]
mod agree;
mod common;

use mot_cua_catalogue::events::{Event, Events, checklist};
use mot_cua_catalogue::model::{Case, Document};
use mot_cua_catalogue::{Procedure, slip};
use proptest::prelude::*;
use serde_json::json;

fn record(code: &str, cases: &[(Option<&str>, &[&str])]) -> Procedure {
    let document = |name: &&str| Document { name: (*name).to_owned(), originals: 1, ..Document::default() };
    let case = |(name, documents): &(Option<&str>, &[&str])| Case {
        name: name.map(str::to_owned),
        documents: documents.iter().map(document).collect(),
    };
    Procedure { cases: cases.iter().map(case).collect(), ..common::titled(code, "x") }
}

#[test]
fn bundled_first_and_each_document_once() {
    let event: Event = serde_json::from_value(json!({"id": "child", "name": {"vi": "Có con nhỏ"}, "steps": [
        {"code": "1.000001"}, {"code": "1.000002"}, {"code": "1.000009"},
        {"code": "2.000986", "covers": ["1.000001", "1.000003"]}]}))
    .unwrap();
    let records = [
        record("1.000001", &[(None, &["Giấy chứng sinh"])]),
        record("1.000002", &[(Some("Nộp hộ"), &["- Giấy ủy quyền."]), (None, &["Căn cước;"])]),
        record("2.000986", &[(None, &["Tờ khai", "CĂN CƯỚC"]), (Some("Riêng"), &["giấy uỷ quyền", ""])]),
    ];
    let list = checklist(&event, &records);
    let codes: Vec<_> = list.procedures.iter().map(|wanted| wanted.procedure.code.as_str()).collect();
    assert_eq!((codes, list.unknown), (vec!["2.000986", "1.000002"], vec!["1.000009"]));
    let needs: Vec<_> = list.documents.iter().map(|need| (need.name, need.by.len(), need.case)).collect();
    assert_eq!(needs, [("Tờ khai", 1, None), ("CĂN CƯỚC", 2, None), ("giấy uỷ quyền", 2, Some("Riêng"))]);
}

#[test]
fn two_that_cover_each_other_do_not_both_vanish() {
    let event: Event = serde_json::from_value(json!({"id": "x", "name": {}, "steps": [
        {"code": "1", "covers": ["2"]}, {"code": "2", "covers": ["1"]}, {"code": "1"}]}))
    .unwrap();
    let records = [record("1", &[]), record("2", &[])];
    assert_eq!(checklist(&event, &records).procedures.len(), 1);
}

#[test]
fn the_shipped_events_read_alike_and_name_shipped_procedures() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/catalogue");
    let text = std::fs::read_to_string(folder.join("events.json")).unwrap();
    agree::on::<Events>(&text);
    let full = json!({"id": "x", "name": {"vi": "x"}, "steps": [{"code": "1", "covers": ["2"]}]});
    agree::on_all_like::<Event>(&full);
    let events: Events = serde_json::from_str(&text).unwrap();
    assert!(events.v == 1 && events.events.len() >= 8);
    for event in &events.events {
        assert!(event.name.get("vi").is_some() && event.name.get("en").is_some(), "{}", event.id);
        for code in event.steps.iter().map(|step| &step.code) {
            assert!(folder.join("p").join(format!("{code}.json")).exists(), "{}: {code}", event.id);
        }
    }
}

#[test]
fn a_slip_comes_back() {
    let procedure =
        record("1.001193", &[(None, &["Tờ khai", "Căn cước"]), (Some("x"), &["Giấy ủy quyền"; 9])]);
    let missing = [(0, 1), (1, 8)];
    let text = slip::encode(&procedure, &missing);
    assert_eq!(text.len(), 1 + 7 + 2 + 3, "{text}");
    for typed in [text.clone(), text.to_lowercase(), format!(" {text} ")] {
        assert_eq!(slip::decode(&typed).unwrap().missing(&procedure).unwrap(), missing, "{typed}");
    }
    let mut other = procedure.clone();
    other.cases[0].documents[0].name = "TỜ KHAI.".to_owned();
    assert_eq!(slip::decode(&text).unwrap().missing(&other).unwrap(), missing, "the same words");
    other.cases[0].documents[0].name = "Đơn".to_owned();
    assert_eq!(slip::decode(&text).unwrap().missing(&other), None, "the record has changed");
    assert_eq!(slip::encode(&procedure, &[]), "");
    assert_eq!(slip::encode(&procedure, &[(7, 7)]), "");
    assert_eq!(slip::encode(&record("x", &[(None, &["a"])]), &[(0, 0)]), "");
    for text in ["", "S", "S1001193", "S1001193A", "X1001193AAA", "S100119ÁAAA", "S1001193AA!"] {
        assert_eq!(slip::decode(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_slip(count in 1_usize..70, ticks in prop::collection::btree_set(0_usize..70, 1..20), text in "S?[0-9]{0,8}\\PC{0,12}") {
        let names: Vec<String> = (0..count).map(|at| format!("Giấy {at}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let procedure = record("1.001193", &[(None, &names)]);
        let missing: Vec<(usize, usize)> = ticks.into_iter().filter(|at| *at < count).map(|at| (0, at)).collect();
        let slip = slip::encode(&procedure, &missing);
        prop_assert_eq!(slip.is_empty(), missing.is_empty());
        if let Some(read) = slip::decode(&slip) {
            prop_assert_eq!(read.missing(&procedure), Some(missing));
        }
        if let Some(read) = slip::decode(&text) {
            let _ = read.missing(&procedure);
        }
    }
}
