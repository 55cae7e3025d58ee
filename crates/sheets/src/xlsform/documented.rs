//! docs/surveys-in-excel.md says what is read, and its example runs.
#![allow(clippy::unwrap_used)]

use super::formula::FUNCTIONS;
use super::heads::{CHOICES, SETTINGS, SURVEY};
use super::read::kind::{CHOOSE, TYPES};
use super::{Kind, read};

const DOCS: &str = include_str!("../../../../docs/surveys-in-excel.md");

#[test]
fn every_column_type_and_function_is_documented() {
    let columns = [SURVEY, CHOICES, SETTINGS].into_iter().flatten().map(|(key, _)| format!("`{key}"));
    let types = TYPES.iter().map(|(name, _)| *name).filter(|name| *name != "string");
    let types = types.chain(CHOOSE.iter().map(|(name, _)| *name)).map(|name| format!("`{name}"));
    let functions = FUNCTIONS.iter().map(|(name, _)| format!("`{name}("));
    let missing: Vec<String> =
        columns.chain(types).chain(functions).filter(|words| !DOCS.contains(words)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_example_runs() {
    let example = DOCS.split("```").nth(1).unwrap();
    let survey = read(Kind::Markdown, example.as_bytes()).unwrap();
    assert!(survey.findings.is_empty(), "{:?}", survey.findings);
    assert_eq!(survey.json["elements"][0]["rateType"], "smileys");
    assert_eq!(survey.json["elements"][1]["visibleIf"], "{overall} <= 2");
}
