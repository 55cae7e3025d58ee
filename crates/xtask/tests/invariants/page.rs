//! The citizen's page: one door to the browser, one to HTML, and no words of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::source::{below, code, read, uses};

fn outside_browser() -> Vec<PathBuf> {
    let in_browser = |path: &PathBuf| path.starts_with("src/browser") || path == Path::new("src/browser.rs");
    below("src", &["rs"]).into_iter().filter(|path| !in_browser(path)).collect()
}

#[test]
fn only_browser_touches_web_sys() {
    assert_eq!(uses(&outside_browser(), &["web_sys", "js_sys", "gloo_net"]), Vec::<String>::new());
}

/// No text becomes HTML, neither in Rust nor in the scripts beside it. The one list of tags that may pass the Trusted Types
/// policy is `public/loader/clean.mjs`.
#[test]
fn nothing_becomes_html() {
    let html =
        ["inner_html", "outer_html", "insert_adjacent_html", "set_inner_html", "create_contextual_fragment"];
    assert_eq!(uses(&below("src", &["rs"]), &html), Vec::<String>::new());
    let sinks = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "eval(",
        "Function(",
    ];
    for path in below("public", &["js", "mjs"]) {
        if path == Path::new("public/loader/clean.mjs") {
            continue;
        }
        for (at, line) in
            read(&path).lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            let sink = sinks.iter().find(|sink| line.contains(**sink));
            assert!(sink.is_none(), "{}:{}: {line}", path.display(), at + 1);
        }
    }
}

/// The policy allows no inline style, so one would silently do nothing.
#[test]
fn no_inline_styles() {
    assert_eq!(uses(&below("src", &["rs"]), &["style=", "style:"]), Vec::<String>::new());
    assert!(!read(Path::new("index.html")).contains("style="));
}

/// What a citizen reads comes from a language pack, a definition or the catalogue. Vietnamese in code would be such a text.
#[test]
fn no_words_in_code() {
    for path in below("src", &["rs"]) {
        for (at, line) in code(&path) {
            let letter = line.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
            assert_eq!(letter, None, "{}:{at}: {line}", path.display());
        }
    }
}

/// A word that one language lacks would show as a blank. English alone has a form for one of a thing: `time.day.one`.
#[test]
fn packs_hold_the_same_words() {
    let keys = |lang: &str| -> BTreeSet<String> {
        let pack: Value =
            serde_json::from_str(&read(Path::new(&format!("public/locales/{lang}.json")))).unwrap();
        pack.as_object().unwrap().keys().map(|key| key.trim_end_matches(".one").to_owned()).collect()
    };
    let (vi, en) = (keys("vi"), keys("en"));
    assert!(!vi.is_empty());
    assert_eq!(vi.symmetric_difference(&en).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The workbench has one door of its own.
#[test]
fn only_the_workbenchs_browser_touches_web_sys() {
    let folder = Path::new("crates/workbench/src");
    let in_browser = |path: &PathBuf| {
        path.starts_with(folder.join("browser"))
            || *path == folder.join("browser.rs")
            || *path == folder.join("lib.rs")
    };
    let outside = below("crates/workbench/src", &["rs"])
        .into_iter()
        .filter(|path| !in_browser(path))
        .collect::<Vec<_>>();
    assert_eq!(uses(&outside, &["web_sys", "js_sys", "wasm_bindgen::prelude"]), Vec::<String>::new());
    assert_eq!(uses(&outside, &["inner_html", "outer_html", "style="]), Vec::<String>::new());
}
