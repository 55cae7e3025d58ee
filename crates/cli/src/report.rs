//! `mot-cua report`: the figures of a month, as a workbook, as a paper to sign or as a page.

mod database;
mod dossiers;
mod folder;
mod lines;
mod pdf;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_collector::results::{Telling, leader};
use mot_cua_contract::Site;
use mot_cua_survey::figures::{Figures, Group, Month};
use sha2::{Digest, Sha256};

use crate::build::{Problems, Source};
use crate::check::surveys::Lang;

/// Write the report of a month: a workbook, a PDF to print and sign, or a page
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua report --month 2026-11 --out report.xlsx --db sqlite:answers.db --site my-ward
  mot-cua report --month 2026-11 --out report.pdf                       A4, to print and sign
  mot-cua report --month 2026-11 --out report.xlsx --out report.pdf     both, from the same count: they say the same numbers
  mot-cua report --month 2026-11 --out report.html                      open it on a phone
  mot-cua report --month 2026-11 --out report.xlsx --in answers.jsonl   of any backend that gives its answers as lines of JSON
  mot-cua report --month 2026-11 --out report --in answers.jsonl        a folder: desk/ for the ward, public/ for everybody

A share always stands beside the number of people and its 95 % interval; where nobody answered there is none. Months and units are
compared only where the same questions were asked. Fewer than ten people are put together with others. An answer counts in the
month in which its first revision came. It may run while `mot-cua serve` does.")]
pub(crate) struct Args {
    /// The month
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    month: Month,
    /// The file to write; its ending decides: .xlsx, .pdf, .html, or none for a folder. May be given several times
    #[arg(long, value_name = "FILE", required = true)]
    out: Vec<PathBuf>,
    /// Answers as `mot-cua export --format jsonl` writes them, instead of a database
    #[arg(long = "in", value_name = "FILE", conflicts_with = "db")]
    from: Option<PathBuf>,
    /// Counts of the dossier system, .csv or .xlsx: Tháng, Đơn vị, Thủ tục, Trước hạn, Đúng hạn, Trễ hạn
    #[arg(long, value_name = "FILE")]
    dossiers: Option<PathBuf>,
    #[command(flatten)]
    database: crate::database::Database,
    /// Folder of the site: names of places, and surveys; without it, the sample site
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Language of the report
    #[arg(long, value_enum, default_value_t = Lang::Vi)]
    lang: Lang,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let outs = args.out.iter().map(|out| Ok((out.as_path(), Form::of(out)?)));
    let outs: Vec<(&Path, Form)> = outs.collect::<anyhow::Result<_>>()?;
    let source = Source::open(args.site.as_deref())?;
    let mut problems = Problems::default();
    let Some(site) = source.site(&mut problems) else { bail!("the site cannot be read:\n{problems}") };
    let surveys = surveys(&source);
    let mut telling = Telling::default();
    let mut snapshot = match &args.from {
        Some(path) => lines::count(path, surveys, args.month, &mut telling, &site)?,
        None if outs.iter().any(|(_, form)| *form == Form::Folder) => {
            bail!("a folder is for --in; of a database, `mot-cua serve` shows /results")
        }
        None => database::count(&args.database, surveys, args.month, &site)?,
    };
    if let Some(path) = &args.dossiers {
        snapshot.figures.put_dossiers(dossiers::read(path, args.month, &site)?);
    }
    let figures = &snapshot.figures;
    let lang = match args.lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    for (out, form) in outs {
        let name = || format!("cannot write {}", out.display());
        match form {
            Form::Folder => folder::write(out, &snapshot, &telling, &site, lang)?,
            Form::Workbook => mot_cua_sheets::report::write(out, figures, &site, lang).with_context(name)?,
            Form::Paper => std::fs::write(out, pdf::bytes(figures, &site, lang)?).with_context(name)?,
            Form::Page => {
                let page = leader(figures, &site, lang, snapshot.voices.latest(), None);
                std::fs::write(out, page).with_context(name)?;
            }
        }
    }
    tell(args, figures, &site);
    Ok(ExitCode::SUCCESS)
}

/// What a name asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Workbook,
    Paper,
    Page,
    Folder,
}

impl Form {
    fn of(out: &Path) -> anyhow::Result<Self> {
        match out.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
            "xlsx" => Ok(Self::Workbook),
            "pdf" => Ok(Self::Paper),
            "html" => Ok(Self::Page),
            "" => Ok(Self::Folder),
            _ => bail!(
                "found --out {}, expected a name that ends in .xlsx, .pdf or .html, or a folder",
                out.display()
            ),
        }
    }
}

/// The site's own definitions, as they are served: (version, survey, text).
fn surveys(source: &Source) -> Vec<(String, String, String)> {
    let texts =
        source.list("surveys/", ".json").filter_map(|(name, path)| Some((name, source.files.get(path)?)));
    let read = texts.filter_map(|(name, bytes)| {
        let version = format!("sha256:{}", hex::encode(Sha256::digest(bytes)));
        Some((version, name.to_owned(), std::str::from_utf8(bytes).ok()?.to_owned()))
    });
    read.collect()
}

/// What whoever opens the file should know; on standard error.
fn tell(args: &Args, figures: &Figures, site: &Site) {
    let people = (0..figures.series().len()).filter_map(|at| figures.tally(at, &Group::All, args.month));
    let people: u64 = people.map(|tally| tally.n).sum();
    let outs: Vec<String> = args.out.iter().map(|out| out.display().to_string()).collect();
    eprintln!("{}: {}, {people} answers of {}", outs.join(", "), site.name.get("vi"), args.month);
    let doubts = figures.doubts();
    if doubts.unknown_version > 0 {
        eprintln!("{} answers were to questions not known here; they count nowhere", doubts.unknown_version);
    }
    if doubts.crowded > 0 {
        eprintln!(
            "{} answers name more places than there can be; they count in the whole only",
            doubts.crowded
        );
    }
}

fn month(text: &str) -> Result<Month, String> {
    text.parse().map_err(|()| "expected a year and a month, like 2026-11".to_owned())
}
