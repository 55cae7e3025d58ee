//! `mot-cua diff`: what a new version of a survey does to the numbers.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use mot_cua_sheets::difference::lines;
use mot_cua_survey::change::{Change, changes};
use mot_cua_survey::model::Model;
use serde_json::json;

use crate::check::surveys::{Lang, refusal};
use crate::format::Format;

/// Tell changes of a survey that break the trend from those that do not
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each line says whether answers before and after can still be compared. It ends with 1 if some cannot.

Example:
  mot-cua diff surveys/quick-2025.json surveys/quick.json")]
pub(crate) struct Args {
    old: PathBuf,
    new: PathBuf,
    /// text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Language of the text
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let all = changes(&read(&args.old)?, &read(&args.new)?);
    match args.format {
        Format::Text => print!("{}", lines(&all, args.lang.into())),
        Format::Json => println!("{}", as_json(&all)),
    }
    let breaks = all.iter().any(|change| change.what.breaks_trend());
    Ok(if breaks { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn read(path: &Path) -> anyhow::Result<Model> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Model::parse(text).ok_or_else(|| refusal(&name, text))
}

fn as_json(all: &[Change]) -> serde_json::Value {
    all.iter()
        .map(|change| {
            json!({"question": change.name, "change": change.what.as_str(), "breaks": change.what.breaks_trend(),
                "before": change.before, "after": change.after})
        })
        .collect()
}
