//! The one place that says which tool, in which version.

use std::path::Path;

use anyhow::{Context as _, Result};

/// 0.22 wants a newer rustc than the workspace's.
pub(super) const TRUNK: &str = "0.21.14";
pub(super) const BINARYEN: &str = "132.0.0";
pub(super) const ESBUILD: &str = "0.28.2";
pub(super) const CARGO_DENY: &str = "0.20.2";

/// The glue and the WASM speak a protocol of one exact version: the one in `Cargo.lock`.
pub(super) fn wasm_bindgen(root: &Path) -> Result<String> {
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).context("Cargo.lock")?;
    let after = lock
        .split("name = \"wasm-bindgen\"\nversion = \"")
        .nth(1)
        .context("no wasm-bindgen in Cargo.lock")?;
    Ok(after.split('"').next().unwrap_or_default().to_owned())
}
