//! `mot-cua check`: what is wrong in a site's files, all at once.

mod catalogue;
mod kind;
mod packs;
pub(crate) mod surveys;
mod told;

pub(crate) use catalogue::beside;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_contract::{Mistake, Site};
use mot_cua_sheets::judge::{Sheet, one};
use mot_cua_sheets::promises::About;
use mot_cua_sheets::xlsform;

use crate::build::{Source, clip_mistakes, picture_mistakes, pictures_of, promise_sheet};
use crate::format::Format;
use kind::Kind;
use surveys::{Judge, Lang, Measure};

/// Say what is wrong in a site's files
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua check my-ward                        the whole folder, and how its files fit together
  mot-cua check my-ward/surveys/quick.json     one file
  mot-cua check my-ward --format json          for programs

Each line says file, path inside it, what was found and what was expected. It ends with 1 if there is an error; a warning
works, but probably not as meant.")]
pub(crate) struct Args {
    /// Folders of sites, or single files: site.json, surveys/*.json and *.xlsx, catalogue/p/*.json, catalogue/words.json,
    /// events.json, wards.json, promises.xlsx, locales/*.json
    #[arg(required = true, value_name = "FILE|DIR")]
    paths: Vec<PathBuf>,
    /// text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Also refuse what a survey holds beyond the profile that is run
    #[arg(long)]
    strict: bool,
    /// Language of what is said about surveys
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,
}

/// A mistake and the file it is in.
type Found = (String, Mistake);

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let judge = Judge {
        lang: args.lang.into(),
        measure: if args.strict { Measure::Strict } else { Measure::Lenient },
    };
    let mut found = Vec::new();
    for path in &args.paths {
        if path.is_dir() {
            let name = |file: &str| path.join(file).display().to_string();
            found.extend(folder_by(path, judge)?.into_iter().map(|(file, mistake)| (name(&file), mistake)));
        } else {
            found.extend(file(path, judge)?);
        }
    }
    let text = match args.format {
        Format::Text => told::lines(&found, args.lang),
        Format::Json => told::as_json(&found)?,
    };
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(if found.iter().any(|(_, mistake)| mistake.is_error()) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Everything in a site's folder, with paths inside it.
pub(crate) fn folder_by(folder: &Path, judge: Judge) -> anyhow::Result<Vec<Found>> {
    let source = Source::open(Some(folder))?;
    let mut found = Vec::new();
    let mut texts = BTreeMap::new();
    for (path, bytes) in &source.files {
        if path.strip_suffix(".json").is_some() {
            match utf8(bytes) {
                Ok(text) => drop(texts.insert(path.as_str(), text)),
                Err(mistake) => found.push((path.clone(), mistake)),
            }
        }
    }
    let site = texts.get("site.json").map(|text| Site::read(text));
    match &site {
        None => found.push(("site.json".to_owned(), missing("the description of the site"))),
        Some(Ok(site)) => found.extend(named("site.json", site.mistakes())),
        Some(Err(mistakes)) => found.extend(named("site.json", mistakes.clone())),
    }
    let site = site.and_then(Result::ok);
    let told = surveys::all(&texts, site.as_ref(), judge);
    let mended = |(file, mistake): &Found| mistake.code == "missing-file" && source.sheets.failed(file);
    let told = told.into_iter().filter(|found| !mended(found));
    found.extend(told.map(|(file, mistake)| source.sheets.placed(&file, mistake)));
    found.extend(source.sheets.mistakes(judge));
    found.extend(catalogue::all(&texts, site.as_ref()));
    found.extend(promises(&source, &texts, site.as_ref()));
    found.extend(packs::all(&texts, site.as_ref()));
    found.extend(clip_mistakes(&source));
    found.extend(picture_mistakes(&source));
    Ok(found)
}

fn file(path: &Path, judge: Judge) -> anyhow::Result<Vec<Found>> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.display().to_string();
    if promise_stem(path) {
        let about = About { site: None, known: &|_| true };
        return Ok(named(&name, promise_sheet(&name, &bytes, about).mistakes));
    }
    if let Some(kind) = xlsform::Kind::of(&name) {
        return Ok(named(&name, Sheet::read(kind, &bytes).all(judge)));
    }
    let text = match utf8(&bytes) {
        Ok(text) => text,
        Err(mistake) => return Ok(vec![(name, mistake)]),
    };
    let mistakes = match Kind::of(path, text) {
        Some(Kind::Site) => Site::read(text).map_or_else(|mistakes| mistakes, |site| site.mistakes()),
        Some(Kind::Survey) if surveys::is_test(&name) => surveys::test_beside(path, text)?,
        Some(Kind::Survey) => one(text, judge).into_iter().chain(pictures(path, text)).collect(),
        Some(Kind::Procedure) => {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            catalogue::one(text, stem).1
        }
        Some(Kind::Pack) => packs::one(text).1,
        Some(Kind::Words) => beside::words(text, &|_| true),
        Some(Kind::Events) => beside::events(text, &|_| true),
        Some(Kind::Wards) => beside::wards(text, None, &|_| true),
        None => bail!(
            "{name}: cannot tell what this is; expected site.json, surveys/*.json or *.xlsx, catalogue/*.json, catalogue/p/*.json or locales/*.json"
        ),
    };
    Ok(named(&name, mistakes))
}

/// Of a survey in a site's folder: its pictures are looked for there.
fn pictures(path: &Path, text: &str) -> Vec<Mistake> {
    let folder = path.parent().filter(|folder| folder.ends_with("surveys"));
    let Some(site) = folder.and_then(Path::parent) else { return Vec::new() };
    let size = |path: &str| usize::try_from(std::fs::metadata(site.join(path)).ok()?.len()).ok();
    pictures_of(text, size)
}

/// What a sheet of promises says, and whether it goes with `wards.json`.
fn promises(source: &Source, texts: &BTreeMap<&str, &str>, site: Option<&Site>) -> Vec<Found> {
    let known = |code: &str| texts.contains_key(["catalogue/p/", code, ".json"].concat().as_str());
    let mut promised = source.promises.read(About { site, known: &known });
    let mut found = std::mem::take(&mut promised.mistakes);
    let wards = texts.get(beside::WARDS).and_then(|text| serde_json::from_str(text).ok());
    found.extend(named(beside::WARDS, promised.merge(&mut wards.unwrap_or_default())));
    found
}

/// A sheet called `promises` is no survey.
fn promise_stem(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    stem.is_some_and(|stem| stem.eq_ignore_ascii_case("promises"))
        && path.extension().is_none_or(|end| end != "json")
}

fn utf8(bytes: &[u8]) -> Result<&str, Mistake> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = format!("byte {}", error.valid_up_to());
        Mistake::error("not-utf8", at, "bytes that are no UTF-8", "the file saved as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn missing(expected: &str) -> Mistake {
    Mistake::error("missing-file", "", "no such file", expected)
}

fn named(file: &str, mistakes: Vec<Mistake>) -> Vec<Found> {
    mistakes.into_iter().map(|mistake| (file.to_owned(), mistake)).collect()
}
