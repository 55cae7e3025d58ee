//! The very file of docs/backends, under PHP's own server: with SQLite, and with files where PHP has none.

use std::fs;
use std::path::Path;
use std::process::Command;

use mot_cua_contract::Answer;
use serde_json::{Value, json};

use crate::http::{Client, Reply};
use crate::program::{Program, folder, free_port};
use crate::{answers, docs, suite};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/backends/mot-cua.php");

/// `None`, said aloud: this machine has no PHP, or (for `arg` "") no SQLite in it.
fn start(arg: &str) -> Option<(Program, String)> {
    if !suite::is_asked() {
        return None;
    }
    let modules = Command::new("php")
        .arg("-m")
        .output()
        .ok()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    if !modules.is_some_and(|modules| arg == "-n" || modules.contains("pdo_sqlite")) {
        println!("skipped: no php with pdo_sqlite");
        return None;
    }
    let folder = folder(if arg.is_empty() { "php" } else { "php-files" });
    let hash = Command::new("php")
        .args(["-n", "-r", "echo password_hash('pw', PASSWORD_DEFAULT);"])
        .output()
        .unwrap();
    let line = format!("const PASSWORD_HASH = '{}';", String::from_utf8(hash.stdout).unwrap());
    let file = fs::read_to_string(FILE).unwrap().replace("const PASSWORD_HASH = '';", &line);
    fs::write(folder.join("mot-cua.php"), file).unwrap();
    let port = free_port();
    let mut php = Command::new("php");
    php.args(Some(arg).filter(|arg| !arg.is_empty()))
        .args(["-S", &format!("127.0.0.1:{port}"), "-t"])
        .arg(&folder)
        .current_dir(&folder)
        .env("PHP_CLI_SERVER_WORKERS", "4");
    let server = Program::start(&mut php, port);
    let url = format!("http://{}/mot-cua.php", server.host);
    Some((server, url))
}

fn send(url: &str, method: &str, media: &str, body: &str) -> Reply {
    let headers = if media.is_empty() { vec![] } else { vec![("content-type".to_owned(), media.to_owned())] };
    Client::new(Some("https://page.example".into())).once(method, url, &headers, body).unwrap()
}

fn post(url: &str, body: &str) -> (u16, Value) {
    let reply = send(url, "POST", "application/json", body);
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    (reply.response.status, serde_json::from_str(&reply.response.body).unwrap())
}

fn exported(url: &str, format: &str) -> String {
    let fields = format!("password=pw&format={format}");
    let reply = send(&format!("{url}?export"), "POST", "application/x-www-form-urlencoded", &fields);
    assert_eq!(reply.response.status, 200, "{}", reply.response.body);
    reply.response.body
}

#[test]
fn php_holds_each_answer_once() {
    for arg in ["", "-n"] {
        let Some((server, url)) = start(arg) else { return };
        let stored = || {
            exported(&url, "jsonl")
                .lines()
                .map(|line| serde_json::from_str::<Answer>(line).unwrap())
                .collect()
        };
        let name = if arg.is_empty() { "PHP with SQLite" } else { "PHP with files" };
        suite::run(name, &server.host, docs::submit("php"), suite::count(60), stored);
    }
}

#[test]
fn php_keeps_the_contract() {
    for arg in ["", "-n"] {
        let Some((_server, url)) = start(arg) else { return };
        let answer = answers::answer(5, 3);
        let (bytes, key) = (answer.to_json(), &answer.id);
        let (status, first) = post(&url, &bytes);
        assert_eq!((status, &first["id"], &first["rev"]), (201, &json!(key), &json!(3)));
        assert_eq!(first["receipt"].as_str(), mot_cua_contract::receipt::receipt(key).as_deref());
        assert_eq!(post(&url, &bytes), (200, first));
        let (status, problem) = post(&url, &bytes.replace("\"overall\":1", "\"overall\":2"));
        assert_eq!(
            (status, &problem["stored"], &problem["type"]),
            (422, &json!(true), &json!("/problems/conflict"))
        );
        for (body, expected) in [
            ("{".to_owned(), 400),
            (format!("{}1{}", "[".repeat(40), "]".repeat(40)), 400),
            (bytes.replace("\"rev\":3", "\"rev\":0"), 422),
            (bytes.replace("04795", "../x"), 422),
            (format!("\"{}\"", "x".repeat(70_000)), 413),
        ] {
            assert_eq!(post(&url, &body).0, expected, "{}", &body[..body.len().min(60)]);
        }
        assert_eq!(send(&url, "POST", "text/plain", &bytes).response.status, 415);
        assert_eq!(send(&url, "OPTIONS", "", "").response.status, 204);
        assert_eq!(send(&url, "GET", "", "").response.status, 405);

        // A form: the same answers under the same id are the same answer; without an id there is one made.
        let form = |more: &str| {
            format!("survey=quick&unit=04795&lang=vi&overall=5&why=fast&why=polite&words=%3D1%2B1{more}")
        };
        let plain = send(&url, "POST", "application/x-www-form-urlencoded", &form(""));
        assert_eq!(plain.response.status, 303);
        let id = "00000000-0000-4000-8000-00000000001f";
        for _ in 0..2 {
            let reply =
                send(&url, "POST", "application/x-www-form-urlencoded", &form(&format!("&id={id}&rev=1")));
            assert_eq!(reply.header("location"), "/mot-cua.php?thanks=000000000Z");
        }
        let thanks = send(&format!("{url}?thanks=%3Cb%3E"), "GET", "", "");
        assert!(thanks.response.body.contains("&lt;b&gt;"), "{}", thanks.response.body);

        let csv = exported(&url, "csv");
        assert!(
            csv.starts_with('\u{feff}') && csv.contains("fast; polite") && csv.contains(",'=1+1"),
            "{csv}"
        );
        assert_eq!(csv.matches("\r\n04795").count() + csv.matches("quick,04795").count(), 3);
        let wrong =
            send(&format!("{url}?export"), "POST", "application/x-www-form-urlencoded", "password=no");
        assert_eq!(wrong.response.status, 403);

        assert_eq!(send(&format!("{url}/{key}"), "DELETE", "", "").response.status, 204);
        let (status, problem) = post(&url, &bytes);
        assert_eq!((status, &problem["type"]), (410, &json!("/problems/deleted")));
        assert_eq!(exported(&url, "jsonl").lines().count(), 2);
        no_address_is_kept(&url);
    }
}

/// Neither in the folder of the answers, nor can that be guessed or listed.
fn no_address_is_kept(url: &str) {
    let port = url.split(':').nth(2).unwrap().split('/').next().unwrap();
    assert!(port.parse::<u16>().is_ok());
    for name in ["php", "php-files"] {
        let folder = std::env::temp_dir().join(format!("mot-cua-backends-{}-{name}", std::process::id()));
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in
            entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with("mot-cua-data-"))
        {
            let data = entry.path();
            assert!(entry.file_name().len() > 40 && data.join(".htaccess").is_file());
            for file in below(&data) {
                let bytes = fs::read(&file).unwrap();
                assert!(!bytes.windows(9).any(|nine| nine == b"127.0.0.1"), "{}", file.display());
            }
        }
    }
}

fn below(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}
