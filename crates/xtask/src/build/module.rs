//! A crate of ours as a WebAssembly module with the glue that loads it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;

use super::Kind;
use crate::command::{command, run_quietly};
use crate::home::Home;
use crate::setup::PageTools;

const LIMIT: Duration = Duration::from_mins(30);

/// Leaves `CRATE.js` and `CRATE_bg.wasm` in the folder `made`; the crate is called as its package is, with `_` for `-`.
pub(super) fn make(home: &Home, kind: Kind, tools: &PageTools, package: &str, made: &Path) -> Result<()> {
    let target = home.cargo_target();
    let mut cargo = tools.toolchain.command(Path::new("cargo"), kind.std(), &[])?;
    cargo.args(["build", "--quiet", "--package", package, "--lib", "--target", "wasm32-unknown-unknown"]);
    let profile = match kind {
        Kind::Dev => "debug",
        Kind::Release => {
            cargo.args(["--profile", "wasm"]);
            "wasm"
        }
    };
    run_quietly(cargo.current_dir(&home.root).env("CARGO_TARGET_DIR", &target), LIMIT)?;
    let mut bindgen = command(&tools.wasm_bindgen);
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(made);
    let name = package.replace('-', "_");
    bindgen.arg(target.join("wasm32-unknown-unknown").join(profile).join(format!("{name}.wasm")));
    run_quietly(&mut bindgen, LIMIT)?;
    if kind == Kind::Dev {
        return Ok(());
    }
    // Once is enough: none of these is loaded by a phone in a queue.
    let (wasm, raw) = (wasm(made, package), made.join("raw.wasm"));
    fs::rename(&wasm, &raw)?;
    let mut opt = command(&tools.wasm_opt);
    opt.args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"]);
    run_quietly(opt.arg(&raw).arg("-o").arg(&wasm), LIMIT)
}

pub(super) fn wasm(made: &Path, package: &str) -> PathBuf {
    made.join(format!("{}_bg.wasm", package.replace('-', "_")))
}
