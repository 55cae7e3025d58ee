//! One command from a fresh clone to a QR code on the terminal.

use std::os::unix::process::CommandExt as _;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Kind};
use crate::command::command;
use crate::home::Home;

pub(crate) fn run(args: &[&str]) -> Result<ExitCode> {
    let (kind, rest) = match args {
        ["--dev", rest @ ..] => (Kind::Dev, rest),
        rest => (Kind::Release, rest),
    };
    let rest = match rest {
        [] => rest,
        ["--", rest @ ..] => rest,
        _ => bail!("arguments for `mot-cua serve` come after `--`"),
    };
    let home = Home::find()?;
    let lock = home.lock()?;
    build::page(&home, kind)?;
    println!("server");
    let binary = build::plain(&home)?;
    drop(lock);
    let mut serve = command(&binary);
    serve.args(["serve", "--page"]).arg(home.page());
    if !rest.contains(&"--site") {
        serve.args(["--site", "public"]);
    }
    // The server takes our place, so that Ctrl+C and service managers reach it.
    Err(serve.args(rest).current_dir(&home.root).exec()).context("cannot start the server")
}
