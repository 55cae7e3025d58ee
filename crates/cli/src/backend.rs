//! `mot-cua backend`: whether a site's backend does what its adapter says.

mod check;
mod courier;
pub(crate) mod http;

use std::process::ExitCode;

/// Try the backend that a site names
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Check(check::Args),
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    match args.command {
        Command::Check(args) => check::run(&args),
    }
}
