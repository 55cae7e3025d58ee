//! Material that tests may read but the project may not hand on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::source::{all, root};

/// Folders and files beside the repository whose bytes are never committed.
const BOUND: [&str; 4] = ["data/tthc-commune.json.gz", "data/tthc-all.json.gz", "cases", "surveys"];

fn hash(path: &Path) -> Vec<u8> {
    Sha256::digest(fs::read(path).unwrap()).to_vec()
}

fn files(path: PathBuf) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path];
    }
    fs::read_dir(path).unwrap().flat_map(|entry| files(entry.unwrap().path())).collect()
}

#[test]
fn nothing_borrowed_is_committed() {
    let named: Vec<PathBuf> =
        all().into_iter().filter(|path| path.to_string_lossy().contains("tthc-")).collect();
    assert!(named.is_empty(), "{named:?}");
    let shared = root().join("../shared");
    if !shared.is_dir() {
        println!("skipped: no ../shared");
        return;
    }
    let bound: BTreeMap<Vec<u8>, PathBuf> =
        BOUND.iter().flat_map(|name| files(shared.join(name))).map(|path| (hash(&path), path)).collect();
    assert!(bound.len() > 4, "{bound:?}");
    for path in all() {
        let copy = bound.get(&hash(&root().join(&path)));
        assert!(copy.is_none(), "{} is {}", path.display(), copy.unwrap().display());
    }
}
