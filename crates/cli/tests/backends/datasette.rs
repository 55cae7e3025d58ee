//! Datasette: a repeated key breaks the table's own rule, which is a 400.

use std::process::Command;

use mot_cua_contract::Answer;
use serde_json::Value;

use crate::program::{Program, ask, folder, free_port, installed};
use crate::{docs, suite};

/// As docs/backends/datasette.md has it.
const CONFIG: &str = "\
databases:
  data:
    allow: {id: admin}
    tables:
      answers:
        permissions:
          insert-row: {id: citizens}
";

#[test]
fn datasette_holds_each_answer_once() {
    if !suite::is_asked() {
        return;
    }
    let Some(program) = installed("MC_DATASETTE") else { return };
    let folder = folder("datasette");
    std::fs::write(folder.join("datasette.yaml"), CONFIG).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(&program);
        command.args(args).current_dir(&folder);
        command
    };
    let token = |args: &[&str]| {
        let output = run(&[&["create-token", "--secret", "s3cret"], args].concat()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let port = free_port();
    let mut serve =
        run(&["serve", "data.db", "--create", "--cors", "-c", "datasette.yaml", "--secret", "s3cret"]);
    let server = Program::start(serve.args(["-h", "127.0.0.1", "-p", &port.to_string(), "--root"]), port);
    let base = format!("http://{}", server.host);
    let python = program.with_file_name("python");
    let table = "import sqlite3; d = sqlite3.connect('data.db'); d.execute('PRAGMA journal_mode=WAL'); d.execute('CREATE TABLE answers (key TEXT PRIMARY KEY, id TEXT NOT NULL, rev INTEGER NOT NULL, body TEXT NOT NULL)')";
    assert!(Command::new(python).args(["-c", table]).current_dir(&folder).status().unwrap().success());

    let citizens = token(&["citizens", "--resource", "data", "answers", "insert-row"]);
    let mut submit = docs::submit("datasette");
    submit.headers.insert("authorization".into(), format!("Bearer {citizens}"));
    let admin = format!("Bearer {}", token(&["admin"]));
    let stored = || {
        let mut answers = Vec::new();
        let mut next = Some(format!("{base}/data/answers.json?_size=1000&_shape=objects"));
        while let Some(url) = next {
            let page: Value =
                serde_json::from_str(&ask("GET", &url, &[("authorization", &admin)], "")).unwrap();
            for row in page["rows"].as_array().unwrap() {
                answers.push(serde_json::from_str::<Answer>(row["body"].as_str().unwrap()).unwrap());
            }
            next = page["next"]
                .as_str()
                .map(|next| format!("{base}/data/answers.json?_size=1000&_shape=objects&_next={next}"));
        }
        answers
    };
    suite::run("Datasette", &server.host, submit, suite::count(200), stored);
}
