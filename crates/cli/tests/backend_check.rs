//! `mot-cua backend check` against a collector that is right, and against servers that are wrong in one way each.
#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;

use desk::{Server, folder, mot_cua};
use serde_json::{Value, json};

const JSON: &str = "content-type: application/json\r\naccess-control-allow-origin: *\r\naccess-control-allow-headers: *\r\naccess-control-allow-methods: *\r\n";

/// A server that answers every request by `reply` (head without its first line's protocol, and body), for as long as the test runs.
fn server(reply: impl Fn(&str) -> (String, String) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let (mut text, mut some) = (String::new(), [0; 16_384]);
            // Head and body may come apart.
            while let Ok(read @ 1..) = stream.read(&mut some) {
                text.push_str(&String::from_utf8_lossy(&some[..read]));
                let length = text.to_ascii_lowercase();
                let length = length
                    .split("content-length: ")
                    .nth(1)
                    .and_then(|rest| rest.lines().next()?.parse().ok());
                if text.split_once("\r\n\r\n").is_some_and(|(_, body)| body.len() >= length.unwrap_or(0)) {
                    break;
                }
            }
            let (head, body) = reply(&text);
            let _ = write!(
                stream,
                "HTTP/1.1 {head}content-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
        }
    });
    address
}

/// Exit and report for the sample site with this adapter.
fn check(submit: &Value) -> (bool, Value) {
    let site = folder();
    let mut sample: Value =
        serde_json::from_str(&fs::read_to_string(desk::repository().join("public/site.json")).unwrap())
            .unwrap();
    sample["submit"] = submit.clone();
    fs::write(site.join("site.json"), sample.to_string()).unwrap();
    let site = site.display().to_string();
    let output = mot_cua(&["backend", "check", &site, "--url", "http://page.example", "--format", "json"]);
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    (output.status.success(), report)
}

/// What was found by the check of that name, with its fix.
fn found<'a>(report: &'a Value, check: &str, level: &str) -> &'a Value {
    let all = report["findings"].as_array().unwrap();
    all.iter()
        .find(|one| one["check"] == check && one["level"] == level)
        .unwrap_or_else(|| panic!("{check} {level}: {report:#}"))
}

fn json_to(address: &str) -> Value {
    json!({"kind": "json", "url": format!("{address}/a"), "body": {"id": "{key}", "answer": "{answer}"},
        "ack": {"status": [201], "body": {"/id": "{key}"}}, "duplicate": {"status": [409], "contentType": "application/json"}})
}

#[test]
fn the_collector_passes_and_is_left_clean() {
    let folder = folder();
    let database = folder.join("answers.db");
    let server = Server::start(&folder, &database);
    let (passed, report) =
        check(&json!({"kind": "mot-cua", "url": format!("{}/api/responses", server.address),
            "attachments": format!("{}/api/attachments", server.address)}));
    assert!(passed, "{report:#}");
    for name in ["preflight", "accepted", "duplicate", "order", "privacy", "photos", "removal", "latency"] {
        found(&report, name, "ok");
    }
    let export = mot_cua(&["export", "--format", "jsonl", "--db", &format!("sqlite:{}", database.display())]);
    assert_eq!(String::from_utf8(export.stdout).unwrap(), "");
}

#[test]
fn what_is_wrong_is_named_with_what_mends_it() {
    let login = server(|_| {
        ("200 OK\r\ncontent-type: text/html\r\naccess-control-allow-origin: *\r\naccess-control-allow-headers: *\r\n".into(), "<html>log in".into())
    });
    let (passed, report) = check(&json_to(&login));
    assert!(!passed && found(&report, "html", "failure")["fix"].as_str().unwrap().contains("submit.url"));

    let moved = server(|_| ("302 Found\r\nlocation: https://login.example/\r\n".into(), String::new()));
    let (passed, report) = check(&json_to(&moved));
    assert!(
        !passed && found(&report, "redirect", "failure")["found"].as_str().unwrap().contains("login.example")
    );
    found(&report, "preflight", "failure");

    let deaf = server(|_| ("201 Created\r\ncontent-type: application/json\r\n".into(), "{}".into()));
    let (passed, report) = check(&json_to(&deaf));
    assert!(!passed && found(&report, "cors", "failure")["fix"].as_str().unwrap().contains("every reply"));

    let vague = server(|_| (format!("202 Accepted\r\n{JSON}"), "{\"queued\":true}".into()));
    let (passed, report) = check(&json_to(&vague));
    let finding = found(&report, "accepted", "failure");
    assert!(
        !passed
            && finding["fix"].as_str().unwrap().contains("submit.ack")
            && finding["found"].as_str().unwrap().contains("queued")
    );

    let closed = server(|_| (format!("401 Unauthorized\r\n{JSON}"), "{}".into()));
    let (passed, report) = check(&json_to(&closed));
    assert!(!passed && found(&report, "accepted", "failure")["fix"].as_str().unwrap().contains("anonymous"));

    // It says "stored" of any photo, whatever its bytes.
    let credulous = server(|text| {
        let name =
            text.split_once(" /").and_then(|(_, rest)| rest.split([' ', '/']).nth(1)).unwrap_or_default();
        let key =
            text.split_once("\"id\":\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
        (format!("201 Created\r\n{JSON}"), json!({"id": key, "sha256": name}).to_string())
    });
    let mut photos = json_to(&credulous);
    photos["attachments"] = format!("{credulous}/p").into();
    let (passed, report) = check(&photos);
    assert!(
        !passed
            && found(&report, "photos", "failure")["found"].as_str().unwrap().contains("broke on the way")
    );

    let (passed, report) = check(&json_to("http://127.0.0.1:9"));
    assert!(
        !passed && found(&report, "reached", "failure")["found"].as_str().unwrap().contains("127.0.0.1:9")
    );
}

#[test]
fn copies_and_open_doors_are_seen() {
    // Takes everything, every time, and shows it to everybody.
    let seen = std::sync::Mutex::new(String::new());
    let open = server(move |request| {
        let mut seen = seen.lock().unwrap();
        if request.starts_with("GET") {
            return (format!("200 OK\r\n{JSON}"), format!("[{}]", *seen));
        }
        let body = request.split("\r\n\r\n").nth(1).unwrap_or_default().to_owned();
        if request.starts_with("POST") {
            seen.clone_from(&body);
        }
        (format!("201 Created\r\n{JSON}"), body)
    });
    let (passed, report) = check(&json_to(&open));
    assert!(passed, "{report:#}");
    found(&report, "duplicate", "warning");
    assert!(found(&report, "privacy", "warning")["found"].as_str().unwrap().contains("anyone can read"));
    let id = found(&report, "removal", "ok")["found"].as_str().unwrap();
    assert!(id.contains("by hand") && id.contains("\"app\": \"check\""), "{id}");

    // Takes every revision for a copy of the first: revision 2 would be lost.
    let swallows = server(|_| (format!("409 Conflict\r\n{JSON}"), "{}".into()));
    let (passed, report) = check(&json_to(&swallows));
    assert!(
        !passed
            && found(&report, "duplicate", "failure")["found"].as_str().unwrap().contains("taken for a copy")
    );
}

#[test]
fn nothing_is_sent_by_an_adapter_with_mistakes() {
    let (passed, report) = check(
        &json!({"kind": "json", "url": "http://127.0.0.1:9/a/{id}", "method": "PUT", "revisions": "replace", "ack": {"status": [201]}}),
    );
    assert!(!passed && report["medianMs"].is_null());
    assert!(
        found(&report, "adapter", "failure")["fix"].as_str().unwrap().contains("append or final"),
        "{report:#}"
    );
}
