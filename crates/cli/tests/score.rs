//! Indices of exported answers, and the locked core.
#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;

use desk::{failing, folder, mot_cua, repository};
use serde_json::{Value, json};

fn said(args: &[&str]) -> String {
    let output = mot_cua(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_index_is_of_its_answers_and_never_0_for_want_of_them() {
    let folder = folder();
    let line = |survey: &str, answers: Value| {
        json!({"survey": survey, "answers": answers, "rev": 1}).to_string() + "\n"
    };
    let answers = folder.join("answers.jsonl");
    let text = line("scores", json!({"manner": 5}))
        + &line("scores", json!({"manner": 4, "other": 1}))
        + &line("quick", json!({"manner": 1}))
        + &line("scores", json!({"manner": 2}));
    fs::write(&answers, text).unwrap();
    let answers = answers.display().to_string();
    let args = ["score", "tests/surveys/scores.json", "--in", &answers];
    assert_eq!(
        said(&args),
        "service: 66.7 % [20.8–93.9] (fair), 3 answers\n  place: no data\n  staff: 66.7 % [20.8–93.9]\n"
    );
    let json: Value = serde_json::from_str(&said(&[&args[..], &["--format", "json"]].concat())).unwrap();
    assert_eq!((&json[0]["factors"][0]["value"], &json[0]["answers"]), (&Value::Null, &json!(3)));

    let none = [&args[..], &["--name", "nobody", "--lang", "vi"]].concat();
    assert!(said(&none).starts_with("service: chưa có dữ liệu, 0 câu trả lời\n"));
    // Rows of a matrix were read as no answers.
    let matrix = json!({"indices": [{"name": "desk", "factors": [{"name": "room", "questions": ["desk.clean"]}]}],
        "elements": [{"type": "matrix", "name": "desk", "columns": [1, 2, 3, 4, 5], "rows": ["clean", "signs"]}]});
    let survey = folder.join("rows.json");
    fs::write(&survey, matrix.to_string()).unwrap();
    let rows = [
        json!({"desk": {"clean": 4, "signs": 1}}),
        json!({"desk": {"clean": 2}}),
        json!({"desk": {"clean": 9}}),
    ];
    let lines = folder.join("rows.jsonl");
    fs::write(&lines, rows.map(|answers| line("rows", answers)).concat()).unwrap();
    let told = said(&["score", &survey.display().to_string(), "--in", &lines.display().to_string()]);
    assert_eq!(told, "desk: 50.0 % [9.5–90.5], 2 answers\n  room: 50.0 % [9.5–90.5]\n");
    assert!(
        failing(&["score", "public/surveys/quick.json", "--in", &answers]).contains("found no `indices`")
    );
    fs::write(&answers, "{}\n").unwrap();
    assert!(failing(&args).contains("line 1 of the answers"));
}

#[test]
fn a_changed_core_is_refused_with_the_fix() {
    let text = fs::read_to_string(repository().join("tests/surveys/locked-core.json")).unwrap();
    let file = folder().join("core.json");
    let check = |text: &str, lang: &str| {
        fs::write(&file, text).unwrap();
        let output = mot_cua(&["check", &file.display().to_string(), "--lang", lang]);
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!check(&text, "en").contains("core-"));
    let around = text.replace("Ông/bà muốn nói gì thêm?", "Gì nữa?");
    assert!(!check(&around, "en").contains("core-"), "a ward's own questions are its own");
    let changed = check(&text.replace("Thời gian chờ", "Chờ"), "en");
    assert!(changed.contains("core.hash") && changed.contains("“ward-core-2026”"), "{changed}");
    assert!(changed.contains("\"hash\": \"sha256:") && changed.contains("[core-changed]"), "{changed}");
    let gone = check(&text.replace("\"name\": \"wait\"", "\"name\": \"await\""), "vi");
    assert!(gone.contains("không có câu wait") && gone.contains("[core-missing]"), "{gone}");
}
