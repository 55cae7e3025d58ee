//! The schema of surveys takes what is right, and refuses what no survey may be.
#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;

use desk::{mot_cua, repository};
use serde_json::{Value, json};

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_slice(&mot_cua(&["schema", "survey"]).stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn every_bank_and_every_example_is_valid() {
    let validator = validator();
    for folder in ["public/surveys", "tests/surveys"] {
        for entry in fs::read_dir(repository().join(folder)).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let name = path.display().to_string();
            if path.extension() == Some("json".as_ref()) && !name.ends_with(".test.json") {
                let survey = serde_json::from_str(&fs::read_to_string(&name).unwrap()).unwrap();
                let faults: Vec<String> = validator.iter_errors(&survey).map(|one| one.to_string()).collect();
                assert_eq!(faults, Vec::<String>::new(), "{name}");
            }
        }
    }
}

#[test]
fn broken_ones_are_not() {
    let validator = validator();
    let q = |question: Value| json!({"elements": [question]});
    let with = |member: &str, value: Value| {
        let mut survey = q(json!({"type": "text", "name": "a"}));
        survey[member] = value;
        survey
    };
    let broken = [
        json!({"title": "no question"}),
        json!({"pages": []}),
        q(json!({"type": "radio", "name": "a", "choices": [1]})),
        q(json!({"type": "text"})),
        q(json!({"type": "text", "name": "unit"})),
        q(json!({"type": "dropdown", "name": "a"})),
        q(json!({"type": "dropdown", "name": "a", "choices": [{"text": "no value"}]})),
        q(json!({"type": "matrix", "name": "a", "rows": ["r"]})),
        q(json!({"type": "multipletext", "name": "a", "items": [{"title": "no name"}]})),
        q(json!({"type": "paneldynamic", "name": "a", "templateElements": [{"type": "rating"}]})),
        q(json!({"type": "panel", "name": "p", "elements": [{"type": "expression", "name": "a"}]})),
        q(json!({"type": "text", "name": "a", "visibleIf": true})),
        q(json!({"type": "text", "name": "a", "validators": [{"type": "regex"}]})),
        q(json!({"type": "rating", "name": "a", "rateType": "faces"})),
        with("triggers", json!([{"type": "setvalue", "expression": "{a} = 1"}])),
        with("calculatedValues", json!([{"name": "x"}])),
        with("completedHtmlOnCondition", json!([{"html": "<p>x</p>"}])),
        with("questionsOnPageMode", json!("one")),
        with("indices", json!([{"name": "i", "factors": [{"name": "f", "questions": []}]}])),
        with("core", json!({"id": "c", "hash": "md5:1", "questions": ["a"]})),
    ];
    for survey in broken {
        assert!(!validator.is_valid(&survey), "the schema takes {survey}");
    }
}
