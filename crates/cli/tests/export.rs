//! The whole way: posted to the server, exported from its database while it runs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod desk;

use std::fs;
use std::path::Path;

use desk::{Server, answer, failing, folder, mot_cua};
use serde_json::{Value, json};

fn export(db: &str, more: &[&str]) -> (String, String) {
    let output = mot_cua(&[&["export", "--db", db], more].concat());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{more:?}: {said}");
    (String::from_utf8(output.stdout).unwrap(), said)
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn the_last_revision_of_every_answer_once() {
    let folder = folder();
    let database = folder.join("answers.db");
    let server = Server::start(&folder, &database);
    for n in 1..=3 {
        assert_eq!(server.post(&answer(n)), Some(201));
    }
    let mut second = answer(2);
    second["rev"] = json!(2);
    second["answers"] = json!({"overall": 1, "why": ["waiting"], "words": "chờ lâu"});
    assert_eq!(server.post(&second), Some(201));
    let mut conflict = answer(3);
    conflict["answers"] = json!({"overall": 2});
    assert_eq!(server.post(&conflict), Some(422));
    let db = format!("sqlite:{}", database.display());

    let (text, _) = export(&db, &["--format", "jsonl"]);
    let found: Vec<(String, u64)> = lines(&text)
        .iter()
        .map(|line| (line["answers"]["words"].as_str().unwrap().to_owned(), line["rev"].as_u64().unwrap()))
        .collect();
    assert_eq!(found, [("=1+1".to_owned(), 1), ("chờ lâu".to_owned(), 2), ("=1+1".to_owned(), 1)]);

    let all = path(&folder, "all.jsonl");
    fs::write(&all, &text).unwrap();
    for from in [["--db", &db], ["--in", &all]] {
        let audit = mot_cua(&[&["audit"][..], &from].concat());
        let said = String::from_utf8(audit.stdout).unwrap();
        assert_eq!(said, "Đã xem 3 câu trả lời.\nKhông thấy điều gì lạ.\n", "{from:?}");
    }

    let csv = path(&folder, "out.csv");
    let (_, said) = export(&db, &["--out", &csv]);
    assert!(said.contains("out.csv: 3 answers"), "{said}");
    let table = fs::read_to_string(&csv).unwrap();
    assert!(table.starts_with("\u{feff}receipt,") && table.lines().count() == 4, "{table}");
    assert_eq!(table.matches(",'=1+1,").count(), 2);
    assert!(!table.contains("00000000-0000"), "who has the id can delete the answer");
    let codebook = fs::read_to_string(path(&folder, "out.codebook.csv")).unwrap();
    assert!(
        codebook.contains("why.waiting,quick,why,checkbox,") && codebook.contains("Thời gian chờ"),
        "{codebook}"
    );

    let xlsx = path(&folder, "out.xlsx");
    export(&db, &["--format", "xlsx", "--out", &xlsx]);
    assert!(fs::read(&xlsx).unwrap().starts_with(b"PK"));
    assert!(failing(&["export", "--db", &db, "--format", "xlsx"]).contains("--out"));
}

#[test]
fn only_what_was_asked_for() {
    let folder = folder();
    let db = format!("sqlite:{}", folder.join("answers.db").display());
    assert!(mot_cua(&["seed", "--count", "60", "--site", "public", "--db", &db]).status.success());
    let all = lines(&export(&db, &["--format", "jsonl"]).0);
    assert_eq!(all.len(), 60);
    let month = |line: &Value| line["receivedAt"].as_str().unwrap()[..7].to_owned();
    let mut months: Vec<String> = all.iter().map(month).collect();
    months.sort();
    let (first, last) = (months[0].clone(), months[59].clone());
    assert!(first < last, "ninety days are more than a month");
    for format in ["jsonl", "csv"] {
        let count = |more: &[&str]| export(&db, &[&["--format", format], more].concat()).0.lines().count();
        let heads = usize::from(format == "csv");
        let of =
            |wanted: &dyn Fn(&String) -> bool| months.iter().filter(|month| wanted(month)).count() + heads;
        assert_eq!(count(&["--to", &first]), of(&|month| *month == first));
        assert_eq!(count(&["--from", &last]), of(&|month| *month == last));
        assert_eq!(count(&["--from", &first, "--to", &last]), 60 + heads);
        assert_eq!(count(&["--unit", "04795", "--survey", "quick"]), 60 + heads);
        assert_eq!(count(&["--unit", "99999"]), heads);
        assert_eq!(count(&["--survey", "sipas"]), heads);
    }
    let said = failing(&["export", "--db", &db, "--from", "2026-12", "--to", "2026-11"]);
    assert!(said.contains("2026-12 is after"), "{said}");
    assert!(failing(&["export", "--db", &db, "--from", "2026-13"]).contains("like 2026-11"));
}
