//! `mot-cua score`: the indices that a survey declares, of the answers of an export.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_survey::score::{Index, Score};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::check::surveys::{Lang, refusal};
use crate::format::Format;

/// Compute the indices that a survey declares, from exported answers
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  mot-cua export --format jsonl | mot-cua score my-ward/surveys/sipas-2023.json

A question that no one answered counts nowhere; where no one answered any, it says \"no data\", never 0. docs/surveys.md says how
indices are declared.")]
pub(crate) struct Args {
    /// A survey with `indices`
    survey: PathBuf,
    /// Answers as `mot-cua export --format jsonl` writes them [default: standard input]
    #[arg(long = "in", value_name = "FILE")]
    from: Option<PathBuf>,
    /// Only answers to the survey of this name [default: the file's name]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,
}

#[derive(Deserialize)]
struct Line {
    survey: String,
    answers: Map<String, Value>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let indices = indices(&args.survey)?;
    let stem = args.survey.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let name = args.name.as_deref().unwrap_or(stem);
    let answers = match &args.from {
        Some(path) => {
            let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
            read(BufReader::new(file), name)?
        }
        None => read(std::io::stdin().lock(), name)?,
    };
    let scores = indices.iter().map(|index| (index, index.score(answers.iter())));
    match args.format {
        Format::Text => {
            print!("{}", scores.map(|(index, score)| text(index, &score, args.lang)).collect::<String>());
        }
        Format::Json => {
            println!("{}", scores.map(|(index, score)| as_json(index, &score)).collect::<Value>());
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn indices(path: &Path) -> anyhow::Result<Vec<Index>> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let survey: Map<String, Value> = serde_json::from_str(text).map_err(|_| refusal(&name, text))?;
    let indices = Index::all(&survey);
    if indices.is_empty() {
        bail!("{name}: found no `indices`, expected at least one with a name and a factor of questions");
    }
    Ok(indices)
}

fn read(lines: impl BufRead, name: &str) -> anyhow::Result<Vec<Map<String, Value>>> {
    let mut all = Vec::new();
    for (at, line) in lines.split(b'\n').enumerate() {
        let line = line.context("cannot read the answers")?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Line>(&line) {
            Ok(line) if line.survey == name => all.push(line.answers),
            Ok(_) => {}
            Err(error) => bail!(
                "line {} of the answers: found {error}, expected an answer as `mot-cua export --format jsonl` writes it",
                at + 1
            ),
        }
    }
    Ok(all)
}

fn text(index: &Index, score: &Score, lang: Lang) -> String {
    let (none, answers) = match lang {
        Lang::En => ("no data", "answers"),
        Lang::Vi => ("chưa có dữ liệu", "câu trả lời"),
    };
    let percent = |value: Option<f64>| {
        let text = value.map_or_else(|| none.to_owned(), |value| format!("{value:.1} %"));
        if matches!(lang, Lang::Vi) { text.replace('.', ",") } else { text }
    };
    let band = score.band.as_ref().map_or_else(String::new, |band| format!(" ({band})"));
    let head = format!("{}: {}{band}, {} {answers}\n", index.name, percent(score.value), score.answers);
    let factors = index.factors.iter().zip(&score.factors);
    factors.fold(head, |text, (factor, value)| text + &format!("  {}: {}\n", factor.name, percent(*value)))
}

fn as_json(index: &Index, score: &Score) -> Value {
    let factors: Vec<Value> = index
        .factors
        .iter()
        .zip(&score.factors)
        .map(|(factor, value)| json!({"name": factor.name, "value": value}))
        .collect();
    json!({"name": index.name, "value": score.value, "band": score.band, "answers": score.answers, "factors": factors})
}
