//! What Cargo and its companions check. The page is checked on the host too: its logic is plain Rust.

use std::process::Command;

use anyhow::{Result, bail};

use super::LIMIT;
use super::share::Share;
use crate::command::{command, run, run_quietly, tee};
use crate::home::Home;
use crate::setup::{self, Server};
use crate::test::count::Count;

pub(super) fn format(home: &Home, _: &Share) -> Result<Count> {
    run(cargo(home).args(["fmt", "--all", "--check"]))?;
    Ok(Count::ONE)
}

pub(super) fn lints(home: &Home, _: &Share) -> Result<Count> {
    let _lock = home.lock()?;
    for part in [
        &["--workspace"][..],
        &["-p", "mot-cua-page", "--features", "full"],
        &["-p", "mot-cua-page", "--features", "more"],
    ] {
        let mut clippy = cargo(home);
        clippy.args(["clippy", "--quiet", "--all-targets"]).args(part);
        run(clippy.args(["--", "-D", "warnings"]))?;
    }
    Ok(Count::ONE)
}

/// Advisories are left out: they need a database from the network, and this stage must give the same verdict offline.
pub(super) fn deny(home: &Home, _: &Share) -> Result<Count> {
    let program = setup::cargo_deny(home)?;
    run_quietly(cargo(home).args(["fetch", "--quiet"]), LIMIT)?;
    let mut deny = command(program);
    deny.args(["--offline", "--workspace", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]);
    run(deny.current_dir(&home.root))?;
    Ok(Count::ONE)
}

pub(super) fn tests(home: &Home, share: &Share) -> Result<Count> {
    if let Err(missing) = setup::servers(&[Server::Postgresql]) {
        println!("{missing:#}");
    }
    // In the long run our sheets are held against the converter that others use.
    let pyxform = if share.is_ci() { None } else { Some(setup::pyxform(home)?) };
    test_with(home, share, &["--workspace", "--no-fail-fast"], |cargo| {
        cargo.envs(pyxform.map(|python| ("MC_PYXFORM", python)));
    })
}

/// The same seeds in every run; `--release`, or a million of them take a day.
pub(super) fn simulator(home: &Home, share: &Share) -> Result<Count> {
    test(home, share, &["--release", "-p", "mot-cua-outbox", "--test", "simulator"])
}

pub(super) fn kills(home: &Home, share: &Share) -> Result<Count> {
    test(home, share, &["-p", "mot-cua-cli", "--test", "kill"])
}

fn test(home: &Home, share: &Share, what: &[&str]) -> Result<Count> {
    test_with(home, share, what, |_| {})
}

/// `prepare` adds variables, and arguments for the tests themselves.
pub(super) fn test_with(
    home: &Home,
    share: &Share,
    what: &[&str],
    prepare: impl FnOnce(&mut Command),
) -> Result<Count> {
    let _lock = home.lock()?;
    let (mut count, mut skipped) = (Count::default(), 0);
    let mut cargo = cargo(home);
    // What a test says that passes is shown, for some say that they were skipped.
    cargo.args(["test", "--quiet"]).args(what).args(["--", "--show-output"]);
    share.set(&mut cargo);
    prepare(&mut cargo);
    let status = tee(&mut cargo, |line| {
        if let Some(more) = Count::of_cargo_line(line) {
            count = count.and(more);
        }
        skipped += usize::from(line.starts_with("skipped: "));
    })?;
    if count.passed + count.failed == 0 {
        bail!("no test ran");
    }
    for _ in 0..skipped {
        count = count.without_checking();
    }
    // It did not even compile, or a test binary died: no line tells of that.
    let silent = usize::from(!status.success() && count.failed == 0);
    Ok(count.and(Count { failed: silent, ..Count::default() }))
}

fn cargo(home: &Home) -> Command {
    let mut cargo = command("cargo");
    cargo.current_dir(&home.root).env("CARGO_TARGET_DIR", home.cargo_target());
    cargo
}
