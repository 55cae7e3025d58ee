//! Tools that come as npm packages: a program and nothing else.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::command::{command, on_path, output, run_quietly};
use crate::home::Home;
use crate::step::{Outcome, step};

const LIMIT: Duration = Duration::from_mins(5);

/// Node runs wasm-opt and the browser tests.
pub(super) fn need_node() -> Result<()> {
    const WANT: u32 = 20;
    if !on_path("node") || !on_path("npm") {
        bail!(
            "Node {WANT} with npm is missing. Debian 13: `apt-get install nodejs npm`; Debian 12: see https://nodejs.org"
        );
    }
    let version = output(command("node").arg("--version"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|text| text.parse::<u32>().ok());
    match major {
        Some(major) if major >= WANT => Ok(()),
        _ => bail!("Node {WANT} or newer is needed, this is {version}"),
    }
}

/// Installs `package` into `tools/<package>-<version>/` and returns its `program`.
pub(super) fn install(home: &Home, package: &str, version: &str, program: &str) -> Result<PathBuf> {
    let folder = home.tool(package, version);
    let binary = folder.join("node_modules/.bin").join(program);
    step(&format!("{program} ({package} {version})"), || {
        if binary.is_file() {
            return Ok(Outcome::There);
        }
        let partial = home.tool(package, &format!("{version}.partial"));
        fs::create_dir_all(&partial)?;
        let mut npm = command("npm");
        npm.args(["install", "--no-package-lock", "--no-audit", "--no-fund", "--prefix"]).arg(&partial);
        npm.arg(format!("{package}@{version}")).current_dir(&partial);
        run_quietly(&mut npm, LIMIT)?;
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::rename(&partial, &folder).with_context(|| format!("cannot move to {}", folder.display()))?;
        Ok(Outcome::Done)
    })?;
    Ok(binary)
}
