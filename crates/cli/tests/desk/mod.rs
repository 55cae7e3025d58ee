//! The program itself, on a port of its own, with a page of a few bytes.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(unreachable_pub, reason = "a module of test files")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

mod entry;

use entry::ENTRY;

pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An empty folder of this test's own.
pub fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("mot-cua-cli-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What `cargo xtask build` would leave, as small as it may be.
pub fn page(folder: &Path) -> PathBuf {
    let page = folder.join("page");
    fs::create_dir_all(page.join("assets")).unwrap();
    let (mut files, mut entry) = (serde_json::Map::new(), serde_json::Map::new());
    for name in ENTRY {
        let path = if name == "worker" { "sw.js".to_owned() } else { format!("assets/{name}.1.js") };
        fs::write(page.join(&path), name).unwrap();
        files.insert(path.clone(), json!({"sha384": name, "bytes": 1, "brotli": 1}));
        entry.insert(name.to_owned(), json!(path));
    }
    let manifest = json!({"v": 1, "app": "0.1.0", "files": files, "entry": entry});
    fs::write(page.join("manifest.json"), manifest.to_string()).unwrap();
    fs::write(page.join("critical.css"), ".mc{margin:0}").unwrap();
    fs::copy(repository().join("index.html"), page.join("index.html")).unwrap();
    page
}

pub fn mot_cua(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mot-cua")).args(args).current_dir(repository()).output().unwrap()
}

/// Standard output and standard error of a run that fails.
pub fn failing(args: &[&str]) -> String {
    let output = mot_cua(args);
    let text =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(!output.status.success(), "{args:?} should fail: {text}");
    assert!(!text.contains("panicked"), "{text}");
    text
}

pub struct Server {
    pub child: Child,
    pub address: String,
    /// What it said when it came up.
    pub hello: String,
}

impl Server {
    pub fn start(folder: &Path, database: &Path) -> Self {
        Self::start_on(folder, &format!("sqlite:{}", database.display()))
    }

    pub fn start_on(folder: &Path, db: &str) -> Self {
        Self::with(folder, &["--site", "public", "--db", db])
    }

    pub fn with(folder: &Path, args: &[&str]) -> Self {
        let page = page(folder);
        let mut child = Command::new(env!("CARGO_BIN_EXE_mot-cua"))
            .args(["serve", "--listen", "127.0.0.1:0", "--page"])
            .arg(page)
            .args(args)
            .current_dir(repository())
            .env("RUST_LOG", "debug")
            .stdout(Stdio::piped())
            .stderr(fs::OpenOptions::new().append(true).create(true).open(folder.join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut hello = String::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
            hello.push_str(&line);
            hello.push('\n');
            // Listening for this machine only, there is no code after it.
            if line.contains("the site has") {
                break;
            }
        }
        let address = hello.split_whitespace().find(|word| word.starts_with("http://localhost"));
        let address =
            address.unwrap_or_else(|| panic!("{hello}{}", fs::read_to_string(folder.join("log")).unwrap()));
        let address = address.trim_end_matches('/').replace("localhost", "127.0.0.1");
        Self { child, address, hello }
    }

    /// The status. `None`: no answer, most likely because the server is gone.
    pub fn post(&self, answer: &Value) -> Option<u16> {
        let config = ureq::Agent::config_builder().http_status_as_error(false).build();
        let agent: ureq::Agent = config.into();
        let request =
            agent.post(format!("{}/api/responses", self.address)).header("content-type", "application/json");
        request.send(answer.to_string()).ok().map(|response| response.status().as_u16())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn answer(n: u32) -> Value {
    json!({
        "v": 1, "id": format!("00000000-0000-4000-8000-{n:012x}"), "rev": 1, "survey": "quick",
        "surveyVersion": format!("sha256:{}", "0".repeat(64)), "place": {"unit": "04795", "counter": "3"},
        "answers": {"overall": 5, "words": "=1+1"}, "complete": false, "savedAt": "2026-11-21T09:00:00+07:00", "lang": "vi",
        "app": "0.1.0"
    })
}
