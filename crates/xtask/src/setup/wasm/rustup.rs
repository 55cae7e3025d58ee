//! wasm32 parts of the toolchain that runs us, added by rustup where it is there.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use super::Toolchain;
use crate::command::{command, on_path, output, run_quietly};
use crate::step::{Outcome, step};

/// rustup waits for an unreachable server much longer than a person does.
const LIMIT: Duration = Duration::from_mins(3);

pub(super) fn install() -> Result<Toolchain> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let rustlib = Path::new(&sysroot).join("lib/rustlib");
    let std = rustlib.join("wasm32-unknown-unknown/lib");
    let sources = rustlib.join("src/rust/library/std");
    step("wasm32 std and its sources", || {
        if std.is_dir() && sources.is_dir() {
            return Ok(Outcome::There);
        }
        if !on_path("rustup") {
            bail!("this Rust is not from rustup and has no wasm32-unknown-unknown with std sources");
        }
        run_quietly(rustup().args(["target", "add", "wasm32-unknown-unknown"]), LIMIT)?;
        run_quietly(rustup().args(["component", "add", "rust-src"]), LIMIT)?;
        Ok(Outcome::Done)
    })?;
    Ok(Toolchain::Own)
}

/// What it says on failure is for a person: no backtraces of its own.
fn rustup() -> Command {
    let mut rustup = command("rustup");
    rustup.env("RUST_BACKTRACE", "0");
    rustup
}
