//! Tests that run in Node.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::share::Share;
use crate::command::{command, tee};
use crate::home::Home;
use crate::setup;
use crate::test::count::Count;

/// `tests/unit`: scripts of the page with a made-up document.
pub(super) fn unit(home: &Home, share: &Share) -> Result<Count> {
    setup::node_modules(home, "tests")?;
    run(home, "tests/unit", |_| true, |node| share.set(node))
}

/// Every `*.test.mjs` of `folder` whose name is `wanted`, two files at a time: while one waits for the network it throttled, the other works.
pub(super) fn run(
    home: &Home,
    folder: &str,
    wanted: impl Fn(&str) -> bool,
    prepare: impl FnOnce(&mut Command),
) -> Result<Count> {
    let files = files(home, folder, wanted)?;
    let mut node = command("node");
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"])
        .args(&files)
        .current_dir(&home.root);
    prepare(&mut node);
    let mut count = Count::default();
    let status = tee(&mut node, |line| {
        if let Some(more) = Count::of_node_line(line) {
            count = count.and(more);
        }
    })?;
    if count == Count::default() {
        bail!("no test ran in {folder}");
    }
    let silent = usize::from(!status.success() && count.failed == 0);
    Ok(count.and(Count { failed: silent, ..Count::default() }))
}

fn files(home: &Home, folder: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(home.root.join(folder)).with_context(|| folder.to_owned())? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_string_lossy().strip_suffix(".test.mjs").is_some_and(&wanted) {
            files.push(entry.path());
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("no such *.test.mjs in {folder}");
    }
    Ok(files)
}
