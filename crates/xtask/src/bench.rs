//! The one measurement that the README quotes; `bench/run.mjs` says how each number comes about.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::build::{self, Kind};
use crate::command::{command, run};
use crate::home::Home;
use crate::setup;

/// A median of fewer says little.
pub(crate) const FEWEST: u32 = 5;

/// What chance decides in [`search`], unless somebody asks for another.
pub(crate) const SEED: u32 = 20_261_121;

pub(crate) fn measure(home: &Home, runs: u32) -> Result<()> {
    ensure!(runs >= FEWEST, "at least {FEWEST} runs");
    let chromium = setup::chromium(home)?;
    let modules = setup::node_modules(home, "bench")?;
    let binary = built(home)?;
    let mut node = command("node");
    node.arg("bench/run.mjs").arg(runs.to_string()).current_dir(&home.root);
    node.env("CHROMIUM", chromium)
        .env("MC_BIN", binary)
        .env("MC_PAGE", home.page())
        .env("MC_BENCH_MODULES", modules);
    run(&mut node)
}

/// Surveys beside SurveyJS: the engine natively and in Chromium, and the page in Chromium; `bench/survey/run.mjs` says how.
pub(crate) fn survey(home: &Home) -> Result<()> {
    let chromium = setup::chromium(home)?;
    let modules = setup::node_modules(home, "bench")?;
    let binary = built(home)?;
    let engine = build::engine(home)?;
    let mut node = command("node");
    node.arg("bench/survey/run.mjs").current_dir(&home.root);
    node.env("CHROMIUM", chromium)
        .env("MC_BIN", binary)
        .env("MC_PAGE", home.page())
        .env("MC_BENCH_MODULES", modules)
        .env("MC_ENGINE", engine);
    run(&mut node)
}

/// The look-up beside search libraries; `bench/search/run.mjs` says how.
pub(crate) fn search(home: &Home, seed: u32) -> Result<()> {
    if !home.root.join("../shared/data/tthc-all.json.gz").exists() {
        println!("skipped: no ../shared");
        return Ok(());
    }
    let chromium = setup::chromium(home)?;
    let playwright = setup::node_modules(home, "bench")?;
    let libraries = setup::node_modules(home, "bench/search")?;
    let binary = built(home)?;
    let mut node = command("node");
    node.arg("--expose-gc").arg("bench/search/run.mjs").arg(seed.to_string()).current_dir(&home.root);
    node.env("CHROMIUM", chromium)
        .env("MC_BIN", binary)
        .env("MC_PAGE", home.page())
        .env("MC_BENCH_MODULES", playwright)
        .env("MC_SEARCH_MODULES", libraries)
        .env("MC_WRITE", "1");
    run(&mut node)
}

/// What printed codes bear: versions, levels and sizes beside one another; `bench/codes/run.py` says how.
pub(crate) fn codes(home: &Home) -> Result<()> {
    let python = setup::distortions(home)?;
    let binary = built(home)?;
    let mut python = command(python);
    python.arg("bench/codes/run.py").arg(binary).current_dir(&home.root);
    run(python.env("PYTHONDONTWRITEBYTECODE", "1"))
}

/// The released page, and the binary beside it.
fn built(home: &Home) -> Result<PathBuf> {
    let _lock = home.lock()?;
    build::page(home, Kind::Release)?;
    build::plain(home)
}
