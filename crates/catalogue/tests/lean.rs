//! Records and the index are read alike by serde's derive and by the page's own reader.
#![allow(clippy::unwrap_used)]

#[path = "../../contract/tests/common/agree.rs"]
mod agree;
mod common;

use std::fs;
use std::path::Path;

use mot_cua_catalogue::model::{Channel, Fee};
use mot_cua_catalogue::{Index, Procedure};
use mot_cua_contract::lean;
use serde_json::json;

#[test]
fn every_record_of_the_sample() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/catalogue/p");
    let mut procedures: Vec<Procedure> = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        agree::on::<Procedure>(&text);
        procedures.push(lean::read(&text).unwrap());
    }
    assert!(procedures.len() >= 40);
    let json = Index::build(&procedures).to_json();
    assert_eq!(Index::from_json(&json).unwrap().to_json(), json);
}

#[test]
fn a_record_with_every_member() {
    let fee =
        json!({"state": "amount", "amount": 8000, "currency": "VND", "note": "n", "maybeThousands": true});
    let channel = json!({"by": "online", "time": {"amount": 2.5, "unit": "workingDay"}, "fees": [fee], "note": "n",
        "uncertain": true, "unsplit": "u"});
    let mut all = json!({"v": 1, "code": "1.001193", "title": "t", "names": {"en": "n"}, "field": "f", "audience": "a",
        "office": "o", "authority": "y", "ministry": "m", "kind": "k", "levels": ["l"], "decision": "d", "source": "s",
        "retrieved": "2026-11-21", "description": "c", "steps": "p", "channels": [channel],
        "cases": [{"name": "n", "documents": [{"name": "d", "originals": 1, "copies": 2, "form": true,
            "formName": "f", "formUrl": "https://x"}]}],
        "results": [{"name": "r", "code": "c"}], "requirements": "q", "legal": ["g"], "legalText": "x", "keywords": "w",
        "status": "replaced", "replacedBy": "2.000001",
        "atWardCounter": true, "summary": true, "ours": [{"unit": "04795", "vi": "w"}]});
    agree::on_all_like::<Channel>(&channel);
    // The rest of a record may be left out altogether in a file written by hand, down to its title; the page asks for more.
    agree::on::<Procedure>(&all.to_string());
    for name in
        all.as_object().unwrap().keys().filter(|name| !["v", "code", "title"].contains(&name.as_str()))
    {
        let mut without = all.clone();
        without.as_object_mut().unwrap().remove(name);
        agree::on::<Procedure>(&without.to_string());
    }
    all["extra"] = json!({"a": 1});
    let lean: Procedure = lean::read(&all.to_string()).unwrap();
    assert!(lean.extra.is_empty(), "what is never shown is never read");
}

#[test]
fn every_word() {
    for by in ["inPerson", "online", "post"] {
        for unit in ["hour", "day", "workingDay", "month", "year"] {
            agree::on::<Channel>(&json!({"by": by, "time": {"amount": 7, "unit": unit}}).to_string());
        }
    }
    for state in ["free", "amount", "seeNote", "unknown"] {
        agree::on::<Fee>(&json!({"state": state}).to_string());
    }
}

#[test]
fn every_imported_record() {
    let Some(procedures) = common::imported("data/tthc-commune.json.gz") else { return };
    for mut procedure in procedures {
        procedure.extra.clear();
        agree::on::<Procedure>(&serde_json::to_string(&procedure).unwrap());
    }
}
