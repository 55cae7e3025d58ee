//! Tests that run in Node.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::command::{command, tee};
use crate::home::Home;
use crate::setup;
use crate::test::count::Count;

/// `tests/unit`: scripts of the page with a made-up document.
pub(super) fn unit(home: &Home) -> Result<Count> {
    setup::node_modules(home, "tests")?;
    run(home, "tests/unit", |_| {})
}

/// Every `*.test.mjs` of `folder`, one after the other, because the machine's two cores are what the browser needs.
pub(super) fn run(home: &Home, folder: &str, prepare: impl FnOnce(&mut Command)) -> Result<Count> {
    let files = files(home, folder)?;
    let mut node = command("node");
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(&files)
        .current_dir(&home.root);
    prepare(&mut node);
    let mut count = Count::default();
    let status = tee(&mut node, |line| {
        if let Some(more) = Count::of_node_line(line) {
            count = count.and(more);
        }
    })?;
    if count.passed + count.failed == 0 {
        bail!("no test ran in {folder}");
    }
    let silent = usize::from(!status.success() && count.failed == 0);
    Ok(count.and(Count { passed: 0, failed: silent }))
}

fn files(home: &Home, folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(home.root.join(folder)).with_context(|| folder.to_owned())? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("no *.test.mjs in {folder}");
    }
    Ok(files)
}
