//! Surveys and expressions on the command line.
#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use desk::{failing, folder, mot_cua};
use serde_json::{Value, json};

/// The answers to lines of input.
fn talk(args: &[&str], lines: &[Value]) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mot-cua"))
        .args(args)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text: String = lines.iter().flat_map(|line| [line.to_string(), "\n".to_owned()]).collect();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let out = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn eval_answers_line_by_line() {
    let replies = talk(
        &["eval"],
        &[
            json!({"id": 1, "kind": "condition", "expression": "{a} > 1", "values": {"a": 2}}),
            json!({"id": 2, "kind": "expression", "expression": "min([])"}),
            json!({"id": 3, "expression": "'a' * 2"}),
            json!({"id": 4, "expression": "1 +"}),
            json!({"id": 5}),
        ],
    );
    assert_eq!(replies[0], json!({"id": 1, "value": true}));
    assert_eq!(replies[1], json!({"id": 2, "value": {"$undefined": true}}));
    assert_eq!(replies[2], json!({"id": 3, "value": {"$nonfinite": "NaN"}}));
    assert_eq!(replies[3], json!({"id": 4, "error": "syntax at character 4"}));
    assert!(replies[4]["error"].as_str().unwrap().contains("missing field"));
}

#[test]
fn play_shows_each_state() {
    let steps = [
        json!({"nextPage": true}),
        json!({"set": {"overall": 4}}),
        json!({"nextPage": true}),
        json!({"nextPage": true}),
        json!(5),
    ];
    let states = talk(&["play", "public/surveys/quick.json"], &steps);
    let members: Vec<&str> = states[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        members,
        [
            "page",
            "visiblePages",
            "visible",
            "required",
            "readOnly",
            "choices",
            "errors",
            "data",
            "state",
            "completedHtml"
        ]
    );
    assert_eq!(states[1]["errors"], json!({"overall": [{"type": "required"}]}));
    assert_eq!(states[2]["data"], json!({"overall": 4}));
    assert_eq!((&states[3]["page"], &states[3]["state"]), (&json!("more"), &json!("running")));
    assert_eq!(states[4]["state"], json!("completed"));
    assert!(states[5]["error"].as_str().unwrap().contains("nextPage"));
}

#[test]
fn tests_beside_a_survey_are_run_by_check() {
    let folder = folder();
    let survey = json!({"elements": [{"type": "radiogroup", "name": "a", "title": "A", "choices": ["x", "y"]},
        {"type": "comment", "name": "why", "title": "W", "visibleIf": "{a} = 'y'", "isRequired": true}]});
    let test = |expect: Value| {
        json!({"tests": [{"name": "y asks why", "steps": [{"set": {"a": "x"}, "expect": {"hidden": ["why"]}},
            {"set": {"a": "y"}, "next": true, "expect": expect}]}]})
    };
    let check = |expect: Value| {
        fs::create_dir_all(folder.join("surveys")).unwrap();
        fs::write(folder.join("surveys/q.json"), survey.to_string()).unwrap();
        fs::write(folder.join("surveys/q.test.json"), test(expect).to_string()).unwrap();
        mot_cua(&["check", &folder.join("surveys/q.test.json").display().to_string()])
    };
    assert!(check(json!({"visible": ["a", "why"], "errors": {"why": ["required"]}})).status.success());
    let failed = String::from_utf8(check(json!({"errors": {}})).stdout).unwrap();
    assert!(failed.contains("tests[0].steps[1].expect.errors") && failed.contains("y asks why"), "{failed}");
}

#[test]
fn check_speaks_vietnamese_and_can_be_strict() {
    let folder = folder();
    let file = folder.join("s.json");
    fs::write(&file, json!({"elements": [{"type": "text", "name": "a", "title": "A", "choicesByUrl": {}, "isRequred": true}]}).to_string()).unwrap();
    let file = file.display().to_string();
    let said = String::from_utf8(mot_cua(&["check", &file, "--lang", "vi"]).stdout).unwrap();
    assert!(said.contains("không có thuộc tính “isRequred”") && said.contains("“isRequired”"), "{said}");
    let strict = failing(&["check", &file, "--strict"]);
    assert!(strict.contains("error: ") && strict.contains("[outside-property]"), "{strict}");
}

#[test]
fn diff_ends_with_1_where_the_trend_breaks() {
    let folder = folder();
    let write = |name: &str, choices: Value| {
        let file = folder.join(name);
        fs::write(
            &file,
            json!({"elements": [{"type": "radiogroup", "name": "a", "choices": choices}]}).to_string(),
        )
        .unwrap();
        file.display().to_string()
    };
    let (old, same, new) =
        (write("1.json", json!([1, 2])), write("2.json", json!([1, 2])), write("3.json", json!([1, 3])));
    assert!(mot_cua(&["diff", &old, &same]).status.success());
    assert!(failing(&["diff", &old, &new]).contains("breaks the trend: a: a choice is gone: 2"));
    let vi = failing(&["diff", &old, &new, "--lang", "vi"]);
    assert!(vi.contains("đứt mạch số liệu: a: bỏ một lựa chọn: 2"), "{vi}");
}

/// Two questions of one name, one of them in a dynamic panel, were taken for each other: a survey differed from itself.
#[test]
fn diff_tells_a_panels_question_from_the_one_outside() {
    let file = folder().join("s.json");
    let survey = json!({"elements": [{"type": "boolean", "name": "d"},
        {"type": "paneldynamic", "name": "p", "templateElements": [{"type": "text", "name": "d"}]}]});
    fs::write(&file, survey.to_string()).unwrap();
    let file = file.display().to_string();
    let same = mot_cua(&["diff", &file, &file]);
    assert_eq!(String::from_utf8(same.stdout).unwrap(), "0 break the trend, 0 are compatible\n");
}
