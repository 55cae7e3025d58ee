//! The command line `mot-cua`, copied out of the shared target as soon as it is built.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::inputs;
use crate::command::{command, run};
use crate::home::Home;
use crate::step::{Outcome, step};

/// Reads the page from a folder: for work on the page, tests and measurements.
pub(crate) fn plain(home: &Home) -> Result<PathBuf> {
    let binary = home.binary();
    step("mot-cua (release)", || cargo(home, cargo_command("build"), &binary))?;
    Ok(binary)
}

/// Carries the page of `target/page` and the sample site of `public/` in itself.
pub(crate) fn embedded(home: &Home) -> Result<PathBuf> {
    let binary = home.root.join("target/bin/mot-cua-embedded");
    // Cargo does not know which folders the program draws in; a flag that says what is in them makes it look again.
    let inside = inputs::hash(&[home.page(), home.root.join("public")])?;
    let mut rustc = cargo_command("rustc");
    rustc.args(["--features", "embed"]).env("MC_PAGE_DIR", home.page());
    rustc.args(["--", "--cfg", &format!("mc_inside=\"{inside}\"")]);
    step("mot-cua (release, page inside)", || cargo(home, rustc, &binary))?;
    Ok(binary)
}

fn cargo_command(verb: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args([verb, "--quiet", "--release", "--package", "mot-cua-cli", "--bin", "mot-cua"]);
    cargo
}

fn cargo(home: &Home, mut cargo: Command, copy: &Path) -> Result<Outcome> {
    run(cargo.current_dir(&home.root).env("CARGO_TARGET_DIR", home.cargo_target()))?;
    let built = home.cargo_target().join("release/mot-cua");
    let bytes = fs::read(&built).with_context(|| built.display().to_string())?;
    if fs::read(copy).is_ok_and(|old| old == bytes) {
        return Ok(Outcome::There);
    }
    if let Some(folder) = copy.parent() {
        fs::create_dir_all(folder)?;
    }
    // A running server keeps the old file; writing into it would fail ("text file busy").
    let fresh = copy.with_extension("new");
    fs::copy(&built, &fresh)?;
    fs::rename(&fresh, copy)?;
    Ok(Outcome::Done)
}
