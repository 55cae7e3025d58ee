//! Sources → WebAssembly and its glue, in `target/trunk/` by the name of the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::Kind;
use crate::command::{command, run_quietly};
use crate::home::Home;
use crate::setup::PageTools;

/// Trunk names its outputs after the binary.
const NAME: &str = "mot-cua-page";
const LIMIT: Duration = Duration::from_mins(30);
/// Measured: flattening before -Oz and a second -Oz take off 1 % more, in half a minute.
const SMALLEST: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// One source, three pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Rating, the quick survey, look-up.
    Core,
    /// Every question type, no look-up.
    Full,
    /// `Core`, and every other screen of look-up.
    More,
}

impl Part {
    pub(super) const ALL: [Self; 3] = [Self::Core, Self::Full, Self::More];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Full => "full",
            Self::More => "more",
        }
    }
}

pub(super) fn build(home: &Home, kind: Kind, part: Part, tools: &PageTools) -> Result<()> {
    let bindgen = parent(&tools.wasm_bindgen)?;
    // `trunk --offline` (no downloads of tools) also tells cargo to stay off the network.
    let mut fetch = tools.toolchain.command(Path::new("cargo"), kind.std(), &[])?;
    fetch.args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    run_quietly(fetch.current_dir(&home.root), LIMIT)?;

    let mut trunk = tools.toolchain.command(&tools.trunk, kind.std(), &[bindgen])?;
    trunk.args(["build", "--quiet", "--offline", "--skip-version-check", "--dist"]);
    trunk.arg(folder(home, part));
    if part != Part::Core {
        trunk.args(["--features", part.name()]);
    }
    if kind == Kind::Release {
        trunk.args(["--cargo-profile", "wasm"]);
    }
    // Trunk reads NO_COLOR as a flag of its own and refuses `1`.
    trunk.current_dir(&home.root).env("CARGO_TARGET_DIR", home.cargo_target());
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    run_quietly(&mut trunk, LIMIT)
}

/// wasm-opt learns from the file's `target_features` which instructions it may use: `-all` would let it use newer ones
/// than the phones know.
pub(super) fn shrink(home: &Home, part: Part, tools: &PageTools) -> Result<()> {
    let (wasm, raw) = (wasm(home, part), raw(home, part));
    fs::rename(&wasm, &raw)?;
    let mut opt = command(&tools.wasm_opt);
    opt.args(SMALLEST).args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    opt.arg(&raw).arg("-o").arg(&wasm);
    run_quietly(&mut opt, LIMIT)
}

/// Shrinks it the same way, but keeps the names of functions, and each view of a question as a function of its own.
pub(crate) fn named(home: &Home, part: Part, tools: &PageTools) -> Result<Vec<u8>> {
    let named = folder(home, part).join("named.wasm");
    let mut opt = command(&tools.wasm_opt);
    opt.arg("--no-inline=*question*full*").args(SMALLEST).arg("-g");
    opt.arg(raw(home, part)).arg("-o").arg(&named);
    run_quietly(&mut opt, LIMIT)?;
    Ok(fs::read(&named)?)
}

/// As the compiler left it.
fn raw(home: &Home, part: Part) -> PathBuf {
    folder(home, part).join("raw.wasm")
}

fn folder(home: &Home, part: Part) -> PathBuf {
    home.root.join("target/trunk").join(part.name())
}

pub(crate) fn wasm(home: &Home, part: Part) -> PathBuf {
    folder(home, part).join(wasm_name())
}

pub(super) fn wasm_name() -> String {
    format!("{NAME}_bg.wasm")
}

pub(super) fn glue(home: &Home, part: Part) -> PathBuf {
    folder(home, part).join(format!("{NAME}.js"))
}

fn parent(path: &Path) -> Result<&Path> {
    path.parent().with_context(|| path.display().to_string())
}
