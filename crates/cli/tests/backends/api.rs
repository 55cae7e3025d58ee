//! The collector's own API, asked by a program that makes requests up from its `OpenAPI` document: schemathesis.

use std::process::Command;

use crate::desk::{Server, folder};
use crate::program::installed;
use crate::suite;

/// Half a minute in a first look, five in the long run.
fn seconds() -> String {
    if std::env::var_os("MC_LONG").is_some() { "300" } else { "30" }.to_owned()
}

/// Whatever is asked, nothing is a failure of the server, and every reply is one that the document names.
#[test]
fn no_request_that_the_document_allows_is_a_failure_of_the_server() {
    if !suite::is_asked() {
        return;
    }
    let Some(program) = installed("MC_SCHEMATHESIS") else { return };
    let folder = folder();
    let server = Server::start(&folder, &folder.join("answers.db"));
    let mut run = Command::new(program);
    run.args(["run", &format!("{}/openapi.json", server.address), "--seed", "1", "--no-color"]);
    run.args(["--checks", "not_a_server_error", "--max-time", &seconds()]);
    let output = run.current_dir(&folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("/openapi.json") && said.contains("passed"), "{said}");
    // Not one of them made it fall over.
    assert_eq!(server.post(&crate::desk::answer(1)), Some(201));
}
