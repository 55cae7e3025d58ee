//! Small rooms: a file says one thing.

use std::path::PathBuf;

use super::source::{below, read};

const HARD_LIMIT: usize = 300;
const P90: usize = 180;

fn lengths(paths: Vec<PathBuf>) -> Vec<(usize, PathBuf)> {
    let mut lengths: Vec<_> = paths.into_iter().map(|path| (read(&path).lines().count(), path)).collect();
    lengths.sort();
    lengths
}

#[test]
fn rust_files_are_small() {
    let lengths = lengths([below("src", &["rs"]), below("crates", &["rs"])].concat());
    let (last, path) = &lengths[lengths.len() - 1];
    assert!(*last <= HARD_LIMIT, "{}: {last} lines", path.display());
    assert!(
        lengths[lengths.len() * 9 / 10].0 <= P90,
        "nine of ten: {} lines",
        lengths[lengths.len() * 9 / 10].0
    );
}

#[test]
fn other_files_are_small() {
    let all = [
        below("public", &["js", "mjs"]),
        below("style", &["css"]),
        below("tests", &["mjs"]),
        below("bench", &["js", "mjs"]),
    ];
    for (lines, path) in lengths(all.concat()) {
        assert!(lines <= HARD_LIMIT, "{}: {lines} lines", path.display());
    }
}
