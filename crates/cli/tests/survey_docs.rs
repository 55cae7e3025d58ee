//! docs/surveys.md shows the files of tests/surveys, each of which is right, does what its test says, and is of the profile.
#![allow(clippy::unwrap_used)]

mod desk;

use std::collections::BTreeMap;
use std::fs;

use desk::{mot_cua, repository};
use mot_cua_survey::lint::inspect::inspect;

/// Name → text of each worked example.
fn examples() -> BTreeMap<String, String> {
    let files = fs::read_dir(repository().join("tests/surveys")).unwrap().map(|entry| entry.unwrap().path());
    let surveys = files.filter(|path| {
        let name = path.to_string_lossy();
        name.ends_with(".json") && !name.ends_with(".test.json")
    });
    surveys
        .map(|path| {
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[test]
fn the_page_shows_the_files() {
    let page = fs::read_to_string(repository().join("docs/surveys.md")).unwrap();
    let mut shown = BTreeMap::new();
    for part in page.split("<!-- tests/surveys/").skip(1) {
        let (name, rest) = part.split_once(".json -->\n```json\n").unwrap();
        let twice = shown.insert(name.to_owned(), rest.split_once("```").unwrap().0.to_owned());
        assert!(twice.is_none(), "{name} stands there twice");
    }
    for (name, text) in examples() {
        let there = shown.remove(&name);
        assert_eq!(
            there.as_deref(),
            Some(text.as_str()),
            "docs/surveys.md and tests/surveys/{name}.json differ"
        );
    }
    assert_eq!(shown.keys().collect::<Vec<_>>(), Vec::<&String>::new(), "no such files");
}

#[test]
fn each_example_is_right() {
    for (name, text) in examples() {
        assert_eq!(inspect(&text), vec![], "{name}");
    }
}

#[test]
fn each_example_does_what_its_test_says() {
    for name in examples().keys() {
        let test = format!("tests/surveys/{name}.test.json");
        let checked = mot_cua(&["check", &test]);
        assert!(checked.status.success(), "{test}: {}", String::from_utf8_lossy(&checked.stdout));
    }
}

#[test]
fn every_type_of_the_profile_has_one() {
    let all: String = examples().into_values().collect();
    let types = "boolean checkbox comment dropdown expression file html image matrix multipletext panel paneldynamic \
        radiogroup ranking rating tagbox text";
    for kind in types.split_whitespace() {
        assert!(all.contains(&format!("\"type\": \"{kind}\"")), "{kind}");
    }
    let logic = "visibleIf enableIf requiredIf setValueIf setValueExpression resetValueIf defaultValueExpression \
        calculatedValues triggers completedHtmlOnCondition clearInvisibleValues questionsOnPageMode \
        showPreviewBeforeComplete firstPageIsStartPage choicesFromQuestion choicesOrder validators indices core";
    for member in logic.split_whitespace() {
        assert!(all.contains(&format!("\"{member}\": ")), "{member}");
    }
}
