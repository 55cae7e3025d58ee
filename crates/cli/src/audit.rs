//! `mot-cua audit`: signs of self-rating and ballot-stuffing, in plain words. It accuses nobody and takes nothing out.

mod read;
mod tally;
#[cfg(test)]
mod tests;
mod words;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;

use crate::check::surveys::Lang;
use crate::database;
use crate::export::Filter;
use crate::format::Format;

/// Say what looks unusual: bursts, identical texts, night hours
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua audit --db sqlite:answers.db --from 2026-11 --to 2026-11
  mot-cua export --format jsonl --out all.jsonl && mot-cua audit --in all.jsonl --lang en

It counts by place: hours with far more answers than that place's usual hour; what came while a place sent more than a desk can; the
same words in several answers; answers between 22:00 and 5:00; taps faster than anyone reads; tickets used twice; forms in which
a hidden field was filled in. These are signs and no proof: whoever answers at home does so in the evening. No answer is changed.")]
pub(crate) struct Args {
    #[command(flatten)]
    database: database::Database,
    /// Answers as `mot-cua export --format jsonl` writes them, instead of a database
    #[arg(long = "in", value_name = "FILE", conflicts_with = "db")]
    from_file: Option<PathBuf>,
    #[command(flatten)]
    filter: Filter,
    #[arg(long, value_enum, default_value_t = Lang::Vi)]
    lang: Lang,
    /// text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    args.filter.ensure_in_order()?;
    let tally = match &args.from_file {
        Some(path) => read::lines(path, &args.filter)?,
        None => read::database(&args.database, &args.filter)?,
    };
    let findings = tally.findings();
    let text = match args.format {
        Format::Text => words::report(args.lang, tally.answers, &findings),
        Format::Json => format!("{:#}\n", json!({"answers": tally.answers, "findings": findings})),
    };
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}
