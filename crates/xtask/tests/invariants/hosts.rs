//! The page talks to the host it came from and to the site's own endpoint, to nobody else.

use std::path::{Path, PathBuf};

use super::source::{below, code, read};

/// Names of XML languages look like addresses and are never fetched; `example` hosts and the local network stand in
/// explanations.
fn is_harmless(host: &str) -> bool {
    host == "www.w3.org"
        || host.starts_with("192.168.")
        || host.ends_with(".example")
        || host.contains(".example.")
        || host.is_empty()
}

fn hosts(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for scheme in ["https://", "http://", "wss://", "ws://", "\"//", "'//", "(//"] {
        for after in text.split(scheme).skip(1) {
            let end = after
                .find(|c: char| !(c.is_ascii_alphanumeric() || ".-:".contains(c)))
                .unwrap_or(after.len());
            found.push(&after[..end]);
        }
    }
    found
}

/// Without comments, which say where a bug is told of and are not shipped.
fn shipped(path: &Path) -> String {
    if path.extension().is_some_and(|end| end == "rs") {
        return code(path).into_iter().map(|(_, line)| line + "\n").collect();
    }
    let is_script = path.extension().is_some_and(|end| end == "js" || end == "mjs");
    read(path).lines().filter(|line| !is_script || !line.trim_start().starts_with(['/', '*'])).collect()
}

#[test]
fn nothing_shipped_names_a_third_host() {
    let mut files: Vec<PathBuf> =
        [below("public", &["js", "mjs"]), below("style", &["css"]), below("src", &["rs"])].concat();
    files.extend(["index.html", "public/site.json"].map(PathBuf::from));
    for path in files {
        let text = shipped(&path);
        let strange: Vec<&str> =
            hosts(&text).into_iter().filter(|host| !is_harmless(host) && host.contains('.')).collect();
        assert!(strange.is_empty(), "{}: {strange:?}", path.display());
    }
}

#[test]
fn hosts_are_found() {
    assert_eq!(hosts(r#"a "https://x.y.z/w" b '//cdn.q/'"#), ["x.y.z", "cdn.q"]);
}
