//! The questionnaires that come with the product, and definitions of other people: JSON → workbook → the same JSON.

use std::path::{Path, PathBuf};

use mot_cua_sheets::xlsform::{Code, Kind, read, write};
use serde_json::Value;

use super::same::difference;

fn round_trip(path: &Path) {
    let name = path.display();
    let json: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let (book, found) = write(&json).unwrap_or_else(|found| panic!("{name}: {found:#?}"));
    assert!(found.iter().all(|finding| finding.code == Code::KeptAside), "{name}: {found:#?}");
    let back =
        read(Kind::Xlsx, &book.to_xlsx().unwrap()).unwrap_or_else(|found| panic!("{name}: {found:#?}"));
    assert_eq!(difference(&json, &back.json), None, "{name}");
}

fn surveys(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_survey = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".json") && !name.ends_with(".test.json")
    };
    paths.filter(is_survey).collect()
}

pub(crate) fn banks() -> Vec<PathBuf> {
    surveys(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/surveys"))
}

#[test]
fn our_banks_come_back() {
    let banks = banks();
    assert!(banks.len() >= 7, "{banks:?}");
    for path in &banks {
        round_trip(path);
    }
}

#[test]
fn worked_examples_come_back() {
    for path in surveys(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/surveys")) {
        round_trip(&path);
    }
}

#[test]
fn definitions_of_others_come_back() {
    let others = surveys(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/surveys"));
    if others.is_empty() {
        println!("skipped: no ../shared");
    }
    for path in &others {
        round_trip(path);
    }
    let behaviour = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases/surveyjs-behaviour.json");
    let Ok(text) = std::fs::read_to_string(behaviour) else { return };
    let whole: Value = serde_json::from_str(&text).unwrap();
    let cases = whole.as_array().or_else(|| whole["cases"].as_array()).unwrap();
    let mut compared = 0;
    for (at, case) in cases.iter().enumerate() {
        // The others name a file of the folder.
        let Some(json) = ["json", "survey", "definition"].into_iter().find_map(|name| case.get(name)) else {
            continue;
        };
        compared += 1;
        let (book, _) = write(json).unwrap_or_else(|found| panic!("{at}: {found:#?}\n{json}"));
        // Without the file itself, which the others go through.
        let back = book.survey().unwrap_or_else(|found| panic!("{at}: {found:#?}\n{json}"));
        assert_eq!(difference(json, &back.json), None, "{at}");
    }
    assert!(compared > 50, "{compared}");
}
