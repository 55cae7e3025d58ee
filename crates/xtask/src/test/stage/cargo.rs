//! What Cargo and its companions check. The page is checked on the host too: its logic is plain Rust.

use std::process::Command;

use anyhow::{Result, bail};

use super::LIMIT;
use crate::command::{command, run, run_quietly, tee};
use crate::home::Home;
use crate::setup;
use crate::test::count::Count;

pub(super) fn format(home: &Home) -> Result<Count> {
    run(cargo(home).args(["fmt", "--all", "--check"]))?;
    Ok(Count::ONE)
}

pub(super) fn lints(home: &Home) -> Result<Count> {
    let _lock = home.lock()?;
    run(cargo(home).args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    Ok(Count::ONE)
}

/// Advisories are left out: they need a database from the network, and this stage must give the same verdict offline.
pub(super) fn deny(home: &Home) -> Result<Count> {
    let program = setup::cargo_deny(home)?;
    run_quietly(cargo(home).args(["fetch", "--quiet"]), LIMIT)?;
    let mut deny = command(program);
    deny.args(["--offline", "--workspace", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]);
    run(deny.current_dir(&home.root))?;
    Ok(Count::ONE)
}

pub(super) fn tests(home: &Home) -> Result<Count> {
    let _lock = home.lock()?;
    let mut count = Count::default();
    let mut cargo = cargo(home);
    cargo.args(["test", "--quiet", "--workspace", "--no-fail-fast"]);
    let status = tee(&mut cargo, |line| {
        if let Some(more) = Count::of_cargo_line(line) {
            count = count.and(more);
        }
    })?;
    if count.passed + count.failed == 0 {
        bail!("no test ran");
    }
    // It did not even compile, or a test binary died: no line tells of that.
    let silent = usize::from(!status.success() && count.failed == 0);
    Ok(count.and(Count { passed: 0, failed: silent }))
}

fn cargo(home: &Home) -> Command {
    let mut cargo = command("cargo");
    cargo.current_dir(&home.root).env("CARGO_TARGET_DIR", home.cargo_target());
    cargo
}
