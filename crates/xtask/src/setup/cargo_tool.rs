//! Tools that come as crates: compiled once per user and version, with a light profile, because minutes count
//! and these programs do not need speed.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::command::{command, run_quietly};
use crate::home::Home;
use crate::step::{Outcome, begin, step};

/// Whose choice of dependencies is built.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lock {
    /// The lock file that the crate ships: trunk does not compile without it.
    Shipped,
    /// The newest that fit: wasm-bindgen-cli's lock names versions that a mirror may not have yet.
    Newest,
}

const LIMIT: Duration = Duration::from_mins(40);

/// Installs `krate` as `tools/<program>-<version>/bin/<program>` and returns that path.
pub(super) fn install(home: &Home, krate: &str, program: &str, version: &str, lock: Lock) -> Result<PathBuf> {
    let folder = home.tool(program, version);
    let binary = folder.join("bin").join(program);
    step(&format!("{program} {version}"), || {
        if binary.is_file() {
            return Ok(Outcome::There);
        }
        begin(&format!("{program} {version}: compiling, some minutes, once per user"));
        let partial = home.tool(program, &format!("{version}.partial"));
        let mut cargo = command("cargo");
        cargo.args(["install", krate, "--version", version, "--force", "--root"]).arg(&partial);
        if matches!(lock, Lock::Shipped) {
            cargo.arg("--locked");
        }
        cargo
            .current_dir(&home.cache)
            .env("CARGO_TARGET_DIR", target(home))
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_PROFILE_RELEASE_STRIP", "true");
        run_quietly(&mut cargo, LIMIT)?;
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::rename(&partial, &folder).with_context(|| format!("cannot move to {}", folder.display()))?;
        Ok(Outcome::Done)
    })?;
    Ok(binary)
}

/// The tools share their compiled dependencies while they are being installed; afterwards nobody needs them.
pub(super) fn clean(home: &Home) -> Result<()> {
    let target = target(home);
    if target.exists() { Ok(fs::remove_dir_all(target)?) } else { Ok(()) }
}

fn target(home: &Home) -> PathBuf {
    home.cache.join("tools-target")
}
