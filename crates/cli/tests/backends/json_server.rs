//! json-server: every repeated key is a 500, labelled as HTML.

use std::process::Command;

use mot_cua_contract::Answer;
use serde_json::Value;

use crate::program::{Program, ask, folder, free_port, installed};
use crate::{docs, suite};

#[test]
fn json_server_holds_each_answer_once() {
    if !suite::is_asked() {
        return;
    }
    let Some(script) = installed("MC_JSON_SERVER") else { return };
    let db = folder("json-server").join("db.json");
    std::fs::write(&db, "{\"answers\":[]}").unwrap();
    let port = free_port();
    let mut node = Command::new("node");
    node.arg(script).args(["--quiet", "--host", "127.0.0.1", "--port", &port.to_string()]).arg(db);
    let server = Program::start(&mut node, port);
    let stored = || {
        let all: Vec<Value> =
            serde_json::from_str(&ask("GET", &format!("http://{}/answers", server.host), &[], "")).unwrap();
        all.into_iter().map(|row| serde_json::from_value::<Answer>(row["answer"].clone()).unwrap()).collect()
    };
    suite::run("json-server", &server.host, docs::submit("json-server"), suite::count(200), stored);
}
