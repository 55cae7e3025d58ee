//! Debian's own Rust for the web: compiler, std sources and linker as Debian packages.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::Toolchain;
use crate::command::{command, output};
use crate::home::Home;
use crate::setup::debian;
use crate::step::{Outcome, step};

const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
/// Each proves one of the packages.
const FILES: [&str; 4] =
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/lib/rustlib/src/rust/library/std", "/usr/bin/wasm-ld-22"];
/// Older ones cannot rebuild std with our flags; the workspace says the same as `rust-version`.
const OLDEST: (u32, u32) = (1, 95);

pub(super) fn install(home: &Home) -> Result<Toolchain> {
    step("Debian's Rust for wasm32", || {
        if FILES.iter().all(|file| Path::new(file).exists()) {
            return Ok(Outcome::There);
        }
        debian::install(&PACKAGES)?;
        Ok(Outcome::Done)
    })?;
    let version = output(command("/usr/bin/rustc").arg("--version"))?;
    if parsed(&version).is_none_or(|version| version < OLDEST) {
        bail!(
            "/usr/bin/rustc is {version}, needed is {}.{} or newer: `apt-get install {}`",
            OLDEST.0,
            OLDEST.1,
            PACKAGES.join(" ")
        );
    }
    let links = home.tool("debian-rust", "links");
    fs::create_dir_all(&links)?;
    for name in ["cargo", "rustc"] {
        let link = links.join(name);
        if !link.exists() {
            symlink(Path::new("/usr/bin").join(name), &link).with_context(|| link.display().to_string())?;
        }
    }
    Ok(Toolchain::Debian(links))
}

/// `rustc 1.96.0 (…)` → `(1, 96)`.
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split(' ').nth(1)?.split('.').map(str::parse::<u32>);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}
