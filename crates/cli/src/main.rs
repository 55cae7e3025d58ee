//! `mot-cua`: one command line for wards, designers and machines.
#![forbid(unsafe_code)]

mod answer;
mod audit;
mod backend;
mod backup;
mod build;
mod check;
mod conflicts;
mod convert;
mod database;
mod diff;
mod doctor;
mod eval;
mod export;
mod format;
mod import;
mod key;
mod migrate;
mod paper;
mod play;
mod posters;
mod purge;
mod qr;
mod remind;
mod report;
mod schema;
mod score;
mod search;
mod seed;
mod serve;
mod token;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "mot-cua", version, arg_required_else_help = true)]
#[command(about = "Một Cửa: rate a ward's one-stop desk, look procedures up, keep the answers")]
#[command(after_help = "\
Begin with:
  mot-cua serve                         try it: scan the code that appears
  mot-cua check my-ward                 what is wrong in a site's files
  mot-cua build --site my-ward --out www  static files for any web host
  mot-cua export --out answers.csv      the answers as a table")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Args),
    Build(build::Args),
    Check(check::Args),
    Backend(backend::Args),
    Schema(schema::Args),
    Import(import::Args),
    Search(search::Args),
    Qr(qr::Args),
    Answer(answer::Args),
    Paper(paper::Args),
    Posters(posters::Args),
    Remind(remind::Args),
    Export(export::Args),
    Report(report::Args),
    Audit(audit::Args),
    Convert(convert::Args),
    Diff(diff::Args),
    Doctor(doctor::Args),
    Score(score::Args),
    Eval(eval::Args),
    Play(play::Args),
    Conflicts(conflicts::Args),
    Backup(backup::Args),
    Purge(purge::Args),
    Migrate(migrate::Args),
    Seed(seed::Args),
    Token(token::Args),
    Key(key::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(args) => serve::run(args),
        Command::Build(args) => build::run(args),
        Command::Check(args) => check::run(&args),
        Command::Backend(args) => backend::run(args),
        Command::Schema(args) => schema::run(&args),
        Command::Import(args) => import::run(args),
        Command::Search(args) => search::run(args),
        Command::Paper(args) => paper::run(&args),
        Command::Posters(args) => posters::run(&args),
        Command::Qr(args) => qr::run(args),
        Command::Answer(args) => answer::run(&args),
        Command::Remind(args) => remind::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Doctor(args) => doctor::run(&args),
        Command::Score(args) => score::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Play(args) => play::run(&args),
        Command::Conflicts(args) => conflicts::run(&args),
        Command::Backup(args) => backup::run(&args),
        Command::Purge(args) => purge::run(&args),
        Command::Migrate(args) => migrate::run(&args),
        Command::Seed(args) => seed::run(&args),
        Command::Token(args) => token::run(&args),
        Command::Key(args) => key::run(&args),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("mot-cua: {error:#}");
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_options_of_every_command_fit_together() {
        super::Cli::command().debug_assert();
    }
}
