//! From sources to the page and the stamped sample site.

mod binary;
mod compress;
mod hashes;
mod inputs;
mod manifest;
mod module;
mod scripts;
mod shell;
mod trunk;
mod workbench;

use std::path::PathBuf;

use anyhow::Result;

pub(crate) use self::binary::{embedded, plain};
pub(crate) use self::compress::brotli;
pub(crate) use self::trunk::{Part, named, wasm};
use crate::command::{command, run};
use crate::home::Home;
use crate::setup::{self, Std};
use crate::step::{Outcome, step};

/// How much trouble is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Seconds to build, megabytes to load.
    Dev,
    /// What is shipped and measured.
    Release,
}

impl Kind {
    pub(crate) fn std(self) -> Std {
        match self {
            Self::Dev => Std::Stock,
            Self::Release => Std::Rebuilt,
        }
    }
    fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "release",
        }
    }
}

/// `target/page`: template, assets with names hashed from the shipped bytes, manifest; in `target/page/workbench` the page for
/// designers. Does nothing when no input changed.
pub(crate) fn page(home: &Home, kind: Kind) -> Result<()> {
    let tools = setup::page_tools(home)?;
    println!("page ({})", kind.name());
    let key = inputs::key(home, kind, tools.toolchain.name())?;
    if inputs::is_built(home, &key) {
        println!("  {:<34} nothing changed", "page");
        return workbench::build(home, kind, &tools);
    }
    inputs::forget(home)?;
    for part in trunk::Part::ALL {
        step(&format!("trunk, cargo, wasm-bindgen: {}", part.name()), || {
            trunk::build(home, kind, part, &tools).map(|()| Outcome::Done)
        })?;
        if kind == Kind::Release {
            step(&format!("wasm-opt -Oz: {}", part.name()), || {
                trunk::shrink(home, part, &tools).map(|()| Outcome::Done)
            })?;
        }
    }
    step("names, manifest, .br, .gz", || shell::write(home, kind, &tools).map(|()| Outcome::Done))?;
    inputs::remember(home, &key)?;
    workbench::build(home, kind, &tools)
}

/// The survey engine alone, as it is shipped within the page, for `bench/survey/engine.mjs`. Returns its folder.
pub(crate) fn engine(home: &Home) -> Result<PathBuf> {
    let tools = setup::page_tools(home)?;
    let made = home.root.join("target/bench-engine");
    step("cargo, wasm-bindgen: the engine alone", || {
        module::make(home, Kind::Release, &tools, "mot-cua-bench-engine", &made).map(|()| Outcome::Done)
    })?;
    Ok(made)
}

/// `dist/`: the sample site of `public/` on that page, for any static host. Returns the `mot-cua` that stamped it.
pub(crate) fn site(home: &Home) -> Result<PathBuf> {
    println!("site");
    let binary = plain(home)?;
    step("mot-cua build --site public", || {
        let mut build = command(&binary);
        build.args(["build", "--site", "public", "--out", "dist", "--page"]).arg(home.page());
        run(build.current_dir(&home.root))?;
        Ok(Outcome::Done)
    })?;
    Ok(binary)
}
