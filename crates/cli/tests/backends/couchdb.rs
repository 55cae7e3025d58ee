//! The CouchDB protocol, as pouchdb-server speaks it: a record is made by PUT, and a second one is a 409.

use std::process::Command;

use mot_cua_contract::Answer;
use serde_json::Value;

use crate::program::{Program, ask, folder, free_port, installed};
use crate::{docs, suite};

#[test]
fn couchdb_holds_each_answer_once() {
    if !suite::is_long() {
        return;
    }
    let Some(script) = installed("MC_POUCHDB") else { return };
    let (folder, port) = (folder("couchdb"), free_port());
    let mut node = Command::new("node");
    node.arg(script)
        .args(["--in-memory", "--host", "127.0.0.1", "--port", &port.to_string()])
        .current_dir(folder);
    let server = Program::start(&mut node, port);
    let base = format!("http://{}/answers", server.host);
    ask("PUT", &base, &[], "");
    let stored = || {
        let all: Value =
            serde_json::from_str(&ask("GET", &format!("{base}/_all_docs?include_docs=true"), &[], ""))
                .unwrap();
        let all = all["rows"].as_array().unwrap().iter();
        all.map(|row| serde_json::from_value::<Answer>(row["doc"]["answer"].clone()).unwrap()).collect()
    };
    suite::run("CouchDB (pouchdb-server)", &server.host, docs::submit("couchdb"), suite::count(200), stored);
}
