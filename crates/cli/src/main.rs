//! `mot-cua`: one command line for wards, designers and machines.
#![forbid(unsafe_code)]

mod build;
mod check;
mod export;
mod import;
mod qr;
mod schema;
mod search;
mod seed;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "mot-cua", version, about, long_about = None, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Args),
    Build(build::Args),
    Check(check::Args),
    Schema(schema::Args),
    Import(import::Args),
    Search(search::Args),
    Qr(qr::Args),
    Export(export::Args),
    Seed(seed::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(args) => serve::run(args),
        Command::Build(args) => build::run(args),
        Command::Check(args) => check::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Import(args) => import::run(args),
        Command::Search(args) => search::run(args),
        Command::Qr(args) => qr::run(args),
        Command::Export(args) => export::run(args),
        Command::Seed(args) => seed::run(args),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("mot-cua: {error:#}");
        ExitCode::FAILURE
    })
}
