//! Whether anything that the page is made of changed since it was last built.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use super::Kind;
use crate::home::Home;

/// Files and folders, relative to the repository. The post-processing itself is one of them.
const INPUTS: [&str; 25] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    "src",
    "style",
    "public/boot",
    "public/boot.js",
    "public/element",
    "public/element.js",
    "public/embed",
    "public/embed.js",
    "public/frame.js",
    "public/loader",
    "public/loader.js",
    "public/offline.js",
    "public/sw",
    "public/sw.js",
    "crates/contract",
    "crates/survey",
    "crates/catalogue",
    "crates/outbox",
    "crates/link",
    "crates/xtask/src/build",
    "crates/xtask/src/setup",
];

/// Over names and bytes, not times: a fresh checkout of the same sources is the same page.
pub(super) fn key(home: &Home, kind: Kind, toolchain: &str) -> Result<String> {
    Ok(format!("{} {toolchain} {}", kind.name(), hash(&INPUTS.map(|input| home.root.join(input)))?))
}

/// SHA-256 over the names and bytes of all files below these paths.
pub(super) fn hash(paths: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in paths {
        for file in files(path)? {
            hash.update(file.to_string_lossy().as_bytes());
            hash.update(fs::read(&file).with_context(|| file.display().to_string())?);
            hash.update([0]);
        }
    }
    Ok(hex::encode(hash.finalize()))
}

pub(super) fn is_built(home: &Home, key: &str) -> bool {
    home.page().join("manifest.json").is_file()
        && fs::read_to_string(mark(home)).is_ok_and(|last| last == key)
}

/// A build that dies half-way must not pass for the one before it.
pub(super) fn forget(home: &Home) -> Result<()> {
    let mark = mark(home);
    if mark.exists() { Ok(fs::remove_file(mark)?) } else { Ok(()) }
}

pub(super) fn remember(home: &Home, key: &str) -> Result<()> {
    Ok(fs::write(mark(home), key)?)
}

fn mark(home: &Home) -> PathBuf {
    home.root.join("target/page.key")
}

/// All files below `path` (or itself), sorted; what is absent has none.
pub(super) fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries: Vec<PathBuf> =
        fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    let mut all = Vec::new();
    for entry in entries {
        all.extend(files(&entry)?);
    }
    Ok(all)
}
