//! Scripts and sheets as they are shipped: imports drawn in, comments and blanks out.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};

use crate::command::{command, shown};

/// How the browser will load a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `<script src>`: runs at once, leaves no name behind.
    Classic,
    /// `<script type=module>` or `import()`.
    Module,
    Sheet,
}

/// Oldest syntax that may come out; a script's own features are its author's choice, sugar on them is not.
const CLASSIC_TARGET: &str = "--target=es2017";
/// WebAssembly with reference types arrived with these.
const MODULE_TARGET: &str = "--target=chrome96,safari15,firefox100";

/// The bytes to ship for `source` and all that it imports.
pub(super) fn bundled(esbuild: &Path, source: &Path, form: Form) -> Result<Vec<u8>> {
    let mut run = command(esbuild);
    run.arg(source).args([
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
        "--legal-comments=none",
    ]);
    match form {
        Form::Classic => run.args(["--format=iife", CLASSIC_TARGET]),
        Form::Module => run.args(["--format=esm", MODULE_TARGET]),
        Form::Sheet => run.args(["--target=chrome99,safari15.4,firefox97", "--external:*.woff2"]),
    };
    let output =
        run.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start {}", shown(&run)))?;
    if !output.status.success() {
        bail!("{}: {}", shown(&run), output.status);
    }
    if form == Form::Sheet {
        // esbuild keeps the blank before the value of a custom property; no string of ours has one after a colon.
        return Ok(String::from_utf8(output.stdout)?.replace(": ", ":").into_bytes());
    }
    Ok(output.stdout)
}
