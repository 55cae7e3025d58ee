//! `mot-cua score`: the indices that a survey declares, of the answers of an export.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_survey::figures::{Answered, Book, Came, Figure, Figures, Group, Measure, Month, Series, Tally};
use mot_cua_survey::score::Index;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::check::surveys::{Lang, refusal};
use crate::format::Format;

/// Compute the indices that a survey declares, from exported answers
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  mot-cua export --format jsonl | mot-cua score my-ward/surveys/sipas-2023.json

The figures are those of `mot-cua report`: a row of a matrix is a question, a value that is not offered is no answer, and beside
the share stand its 95 % interval and the number of people. A question that no one answered counts nowhere; where no one answered
any, it says \"no data\", never 0. docs/surveys.md says how indices are declared.")]
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

/// Whatever version an answer names: it is read as one to this text.
const VERSION: &str = "this";

#[derive(Deserialize)]
struct Line {
    survey: String,
    answers: Map<String, Value>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let stem = args.survey.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let name = args.name.as_deref().unwrap_or(stem);
    let mut figures = figures(&args.survey, name)?;
    match &args.from {
        Some(path) => {
            let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
            count(BufReader::new(file), name, &mut figures)?;
        }
        None => count(std::io::stdin().lock(), name, &mut figures)?,
    }
    let none = Tally::default();
    let tally = figures.tally(0, &Group::All, figures.month()).unwrap_or(&none);
    let series = figures.series().first().into_iter();
    let scores =
        series.flat_map(|series| series.measures.iter().map(|measure| Score::of(series, measure, tally)));
    match args.format {
        Format::Text => print!("{}", scores.map(|score| text(&score, args.lang)).collect::<String>()),
        Format::Json => println!("{}", scores.map(|score| as_json(&score)).collect::<Value>()),
    }
    Ok(ExitCode::SUCCESS)
}

/// What the report would say of one index.
struct Score<'a> {
    measure: &'a Measure,
    /// `None`: no data.
    index: Option<Figure>,
    factors: Vec<Option<Figure>>,
}

impl<'a> Score<'a> {
    fn of(series: &'a Series, measure: &'a Measure, tally: &Tally) -> Self {
        let factors = 0..measure.index.factors.len();
        Self {
            measure,
            index: tally.index(measure, &series.columns),
            factors: factors.map(|at| tally.factor(measure, at, &series.columns)).collect(),
        }
    }

    fn band(&self) -> Option<&'a str> {
        let value = self.index?.value;
        let band = self.measure.index.bands.iter().find(|band| value >= band.from);
        band.map(|band| band.name.as_str())
    }
}

/// All answers are to this text, and of one month: those of an export that somebody chose.
fn figures(path: &Path, name: &str) -> anyhow::Result<Figures> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {file}"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let survey: Map<String, Value> = serde_json::from_str(text).map_err(|_| refusal(&file, text))?;
    if Index::all(&survey).is_empty() {
        bail!("{file}: found no `indices`, expected at least one with a name and a factor of questions");
    }
    let book = Book::of([(VERSION.to_owned(), name.to_owned(), text.to_owned())]);
    if book.series().is_empty() {
        bail!("{file}: found no question that can be counted");
    }
    Ok(Figures::new(book, Month::default()))
}

fn count(lines: impl BufRead, name: &str, figures: &mut Figures) -> anyhow::Result<()> {
    for (at, line) in lines.split(b'\n').enumerate() {
        let line = line.context("cannot read the answers")?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Line>(&line) {
            Ok(line) if line.survey == name => figures.count(&Answered {
                survey: name,
                version: VERSION,
                month: figures.month(),
                unit: "",
                counter: None,
                field: None,
                procedure: None,
                came: Came::Poster,
                answers: &line.answers,
            }),
            Ok(_) => {}
            Err(error) => bail!(
                "line {} of the answers: found {error}, expected an answer as `mot-cua export --format jsonl` writes it",
                at + 1
            ),
        }
    }
    Ok(())
}

fn text(score: &Score<'_>, lang: Lang) -> String {
    let (none, answers) = match lang {
        Lang::En => ("no data", "answers"),
        Lang::Vi => ("chưa có dữ liệu", "câu trả lời"),
    };
    let percent = |figure: Option<Figure>| {
        let text = figure.map_or_else(
            || none.to_owned(),
            |Figure { value, interval, .. }| {
                format!("{value:.1} % [{:.1}–{:.1}]", interval.low, interval.high)
            },
        );
        if matches!(lang, Lang::Vi) { text.replace('.', ",") } else { text }
    };
    let band = score.band().map_or_else(String::new, |band| format!(" ({band})"));
    let (index, n) = (&score.measure.index, score.index.map_or(0, |figure| figure.n));
    let head = format!("{}: {}{band}, {n} {answers}\n", index.name, percent(score.index));
    let factors = index.factors.iter().zip(&score.factors);
    factors.fold(head, |text, (factor, figure)| text + &format!("  {}: {}\n", factor.name, percent(*figure)))
}

fn as_json(score: &Score<'_>) -> Value {
    let index = &score.measure.index;
    let figure = |name: &str, figure: Option<Figure>| {
        json!({
            "name": name,
            "value": figure.map(|figure| figure.value),
            "low": figure.map(|figure| figure.interval.low),
            "high": figure.map(|figure| figure.interval.high),
            "answers": figure.map_or(0, |figure| figure.n),
        })
    };
    let factors = index.factors.iter().zip(&score.factors);
    let factors: Value = factors.map(|(factor, value)| figure(&factor.name, *value)).collect();
    let mut whole = figure(&index.name, score.index);
    if let Value::Object(whole) = &mut whole {
        whole.insert("band".to_owned(), score.band().into());
        whole.insert("factors".to_owned(), factors);
    }
    whole
}
