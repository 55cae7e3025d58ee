//! Who may depend on whom, as drawn in ARCHITECTURE.md; and what the pure crates may reach at all.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use super::source::root;

/// Crate → the crates of this repository that it may use. Whoever is missing here may use none.
const ARROWS: [(&str, &[&str]); 13] = [
    ("mot-cua-page", &["contract", "survey", "catalogue", "outbox", "link"]),
    ("mot-cua-contract", &[]),
    ("mot-cua-survey", &["contract"]),
    ("mot-cua-catalogue", &["contract"]),
    ("mot-cua-outbox", &["contract"]),
    ("mot-cua-link", &["contract"]),
    ("mot-cua-sheets", &["contract", "survey", "catalogue", "link"]),
    ("mot-cua-print", &["contract", "survey", "catalogue", "link"]),
    ("mot-cua-collector", &["contract", "survey", "catalogue", "link"]),
    ("mot-cua-cli", &["contract", "survey", "catalogue", "outbox", "link", "sheets", "print", "collector"]),
    ("mot-cua-workbench", &["contract", "survey", "catalogue", "outbox", "link", "sheets", "print"]),
    ("xtask", &[]),
    // Measured, not shipped.
    ("mot-cua-bench-engine", &["survey"]),
];

const PURE: [&str; 6] = [
    "mot-cua-contract",
    "mot-cua-survey",
    "mot-cua-catalogue",
    "mot-cua-outbox",
    "mot-cua-link",
    "mot-cua-print",
];

/// Browser, clock, randomness, threads, network, user interface.
const OUTSIDE: [&str; 18] = [
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo-net",
    "leptos",
    "tokio",
    "mio",
    "axum",
    "hyper",
    "reqwest",
    "sqlx",
    "rand",
    "rand_core",
    "getrandom",
    "fastrand",
    "chrono",
    "regex",
    "uuid",
];

/// Crate → its direct dependencies in a build (not for tests).
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let whole: Value = serde_json::from_slice(&out.stdout).unwrap();
    let names: BTreeMap<&str, &str> =
        list(&whole["packages"]).map(|package| (text(&package["id"]), text(&package["name"]))).collect();
    let mut all = BTreeMap::<String, BTreeSet<String>>::new();
    for node in list(&whole["resolve"]["nodes"]) {
        let used =
            list(&node["deps"]).filter(|dep| list(&dep["dep_kinds"]).any(|kind| kind["kind"].is_null()));
        let used = used.map(|dep| names[text(&dep["pkg"])].to_owned());
        all.entry(names[text(&node["id"])].to_owned()).or_default().extend(used);
    }
    all
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("a list").iter()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[test]
fn arrows_run_as_drawn() {
    let all = dependencies();
    let own = |name: &str| name.starts_with("mot-cua-") || name == "xtask";
    let crates: Vec<&String> = all.keys().filter(|name| own(name)).collect();
    assert!(crates.len() >= ARROWS.len(), "{crates:?}");
    for name in crates {
        let allowed =
            ARROWS.iter().find(|(from, _)| from == name).unwrap_or_else(|| panic!("{name} is not drawn")).1;
        for to in all[name].iter().filter(|to| own(to)) {
            let short = to.trim_start_matches("mot-cua-");
            assert!(allowed.contains(&short), "{name} -> {to} is not drawn");
        }
    }
}

#[test]
fn pure_crates_reach_nothing_outside() {
    let all = dependencies();
    for name in PURE {
        let mut seen = BTreeSet::new();
        let mut open = vec![name.to_owned()];
        while let Some(next) = open.pop() {
            if seen.insert(next.clone()) {
                open.extend(all.get(&next).into_iter().flatten().cloned());
            }
        }
        for outside in OUTSIDE {
            assert!(!seen.contains(outside), "{name} reaches {outside}; all it reaches: {seen:?}");
        }
    }
}
