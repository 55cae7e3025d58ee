//! `mot-cua convert`: a survey from Excel to JSON and back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_contract::Mistake;
use mot_cua_sheets::judge::{Sheet, told};
use mot_cua_sheets::xlsform::{self, Kind};

use crate::check::surveys::{Judge, Lang, Measure, refusal};

/// Turn a survey in Excel into SurveyJS JSON, or JSON into Excel
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua convert surveys/health.xlsx --out health.json     also from .csv and .md
  mot-cua convert surveys/quick.json --out quick.xlsx

Nothing is lost: what a sheet has no column for stands in its column cs_json, as members of the question. A line on stderr
names each such place; --strict refuses them. A site needs no conversion: surveys/health.xlsx is served as it is.")]
pub(crate) struct Args {
    /// .xlsx, .csv, .md or .json
    #[arg(value_name = "IN")]
    from: PathBuf,
    /// .json, or .xlsx where IN is .json
    #[arg(long, value_name = "OUT")]
    out: PathBuf,
    /// Refuse what the other format cannot say
    #[arg(long)]
    strict: bool,
    /// Language of what is said about the survey
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let judge = Judge {
        lang: args.lang.into(),
        measure: if args.strict { Measure::Strict } else { Measure::Lenient },
    };
    let name = args.from.display().to_string();
    let bytes = std::fs::read(&args.from).with_context(|| format!("cannot read {name}"))?;
    let made = match (Kind::of(&name), ending(&args.from), ending(&args.out)) {
        (Some(kind), _, "json") => from_sheet(kind, &bytes, judge),
        (None, "json", "xlsx") => to_sheet(&name, &bytes, judge)?,
        _ => bail!(
            "found {name} and {}, expected .xlsx, .csv or .md to .json, or .json to .xlsx",
            args.out.display()
        ),
    };
    for mistake in &made.mistakes {
        let grade = if mistake.is_error() { "error" } else { "note" };
        eprintln!("{grade}: {name}: {mistake}");
    }
    let Some(bytes) = made.bytes.filter(|_| !made.mistakes.iter().any(Mistake::is_error)) else {
        eprintln!("mot-cua: nothing was written");
        return Ok(ExitCode::FAILURE);
    };
    std::fs::write(&args.out, bytes).with_context(|| format!("cannot write {}", args.out.display()))?;
    Ok(ExitCode::SUCCESS)
}

struct Made {
    /// `None`: it cannot be converted.
    bytes: Option<Vec<u8>>,
    mistakes: Vec<Mistake>,
}

fn ending(path: &Path) -> &str {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default()
}

fn from_sheet(kind: Kind, bytes: &[u8], judge: Judge) -> Made {
    let sheet = Sheet::read(kind, bytes);
    Made { bytes: sheet.json().map(String::into_bytes), mistakes: sheet.mistakes(judge) }
}

fn to_sheet(name: &str, bytes: &[u8], judge: Judge) -> anyhow::Result<Made> {
    let text = std::str::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let survey: serde_json::Value = serde_json::from_str(text)
        .ok()
        .filter(|_| text.len() <= mot_cua_survey::MOST_BYTES)
        .ok_or_else(|| refusal(name, text))?;
    Ok(match xlsform::write(&survey) {
        Ok((book, findings)) => Made {
            bytes: Some(book.to_xlsx().context("cannot make the workbook")?),
            mistakes: told(&findings, judge),
        },
        Err(findings) => Made { bytes: None, mistakes: told(&findings, judge) },
    })
}
