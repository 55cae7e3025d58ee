//! The pure crates: no I/O, no clock, no randomness, no unsafe code, no way to panic that input can reach.

use std::path::{Path, PathBuf};

use super::source::{below, read, uses};

const PURE: [&str; 6] = [
    "crates/contract/src",
    "crates/survey/src",
    "crates/catalogue/src",
    "crates/outbox/src",
    "crates/link/src",
    "crates/print/src",
];

/// Doors to the outside, however they are spelled.
const DOORS: [&str; 22] = [
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::os",
    "std::sync::mpsc",
    "SystemTime",
    "Instant",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "leptos",
    "tokio",
    "getrandom",
    "rand::",
    "RandomState",
    "println!",
    "eprintln!",
    "dbg!",
    "unsafe ",
];

/// Ways to die. Indexing is watched by reading and by property tests: a slice of fixed length is fine.
const TRAPS: [&str; 7] =
    [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!(", ".unwrap_unchecked("];

fn files() -> Vec<PathBuf> {
    PURE.iter().flat_map(|folder| below(folder, &["rs"])).collect()
}

#[test]
fn no_doors() {
    assert_eq!(uses(&files(), &DOORS), Vec::<String>::new());
}

#[test]
fn no_traps() {
    assert_eq!(uses(&files(), &TRAPS), Vec::<String>::new());
}

#[test]
fn unsafe_is_forbidden() {
    for folder in PURE {
        let lib = read(&Path::new(folder).join("lib.rs"));
        assert!(lib.contains("#![forbid(unsafe_code)]"), "{folder}/lib.rs");
    }
}
