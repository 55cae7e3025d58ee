//! `mot-cua posters`: from a list of places, or a site, to sheets that are ready to print.

mod entry;
mod made;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use mot_cua_contract::{Mistake, Purpose, Site};
use mot_cua_link::draw::Level;
use mot_cua_print::{Fonts, Job, Letters, Logo, Sheet, Wording};
use mot_cua_sheets::places;
use mot_cua_sheets::xlsform::Kind;

use crate::build::{Problems, Source};
use entry::Listed;
use made::Output;

/// Print posters, table tents and stickers with codes
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua posters --template places.xlsx                          a list to fill in
  mot-cua posters places.xlsx --base https://danhgia.example.vn --out posters
  mot-cua posters --site my-ward --sheet tent --out tents         every counter of a site
  mot-cua posters places.xlsx --site my-ward --sheet stickers --copies 4 --purpose rate --out stickers

A PDF a unit, or one for all with --one; with --format svg or png a folder a unit. The first page says: scan this before printing
more. Every code is drawn and read again before anything is written. Rows that cannot be used are named by sheet, row and column,
the others go on, and the exit code is 1. The same list gives the same bytes on every machine.")]
pub(crate) struct Args {
    /// The list: .xlsx or .csv with the columns `mã đơn vị` and `tên đơn vị` (docs/posters.md); without it, all places of the site
    #[arg(value_name = "LIST")]
    list: Option<PathBuf>,
    /// Write an empty list (.xlsx), or the words on the sheets (.json), to fill in, and stop
    #[arg(long, value_name = "FILE", conflicts_with_all = ["list", "out"])]
    template: Option<PathBuf>,
    /// Folder of the site: its places, its address, its languages and words
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Address of the page: scheme, host and folder; without it, the list's own column, or `url` and `base` of the site
    #[arg(long, value_name = "https://HOST")]
    base: Option<String>,
    /// Folder to write into
    #[arg(long, value_name = "DIR", required_unless_present = "template")]
    out: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "a4")]
    sheet: SheetName,
    #[arg(long, value_enum, default_value = "pdf")]
    format: Format,
    /// One PDF for all units
    #[arg(long)]
    one: bool,
    /// What codes are for, where the list does not say: a code each [default: rate, and look where the site has a catalogue]
    #[arg(long, value_enum, value_delimiter = ',')]
    purpose: Vec<PurposeName>,
    /// Letters a third larger, in the first language alone
    #[arg(long)]
    large: bool,
    /// PNG for the middle of the code, at most a tenth of it; the level is then h
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// How much may be dirty: h (30 %), or q (25 %) with larger modules (bench/codes.md)
    #[arg(long, value_enum, default_value = "h")]
    level: LevelName,
    /// From how far the codes are scanned, in centimetres: refuses a sheet whose code is too small for it
    #[arg(long, value_name = "CM")]
    distance: Option<u16>,
    /// Stickers of each code
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=80))]
    copies: u8,
    /// Other words for the sheets, as written by --template FILE.json
    #[arg(long, value_name = "FILE.json")]
    words: Option<PathBuf>,
    /// Dots an inch, PNG only
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u16).range(72..=600))]
    dpi: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum SheetName {
    A4,
    A5,
    /// A4 to fold: stands on the desk
    Tent,
    /// Eight on an A4, to cut apart
    Stickers,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Pdf,
    Svg,
    Png,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum PurposeName {
    Rate,
    /// Look a procedure up
    Look,
    /// Say something
    #[value(alias = "say")]
    Feedback,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum LevelName {
    Q,
    H,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(file) = &args.template {
        return template(file);
    }
    let Some(out) = &args.out else { bail!("expected --out DIR") };
    ensure!(args.list.is_some() || args.site.is_some(), "expected a list, or --site DIR");
    ensure!(!args.one || args.format == Format::Pdf, "--one makes a PDF; svg and png are a file a page");
    let (site, source) = site(args.site.as_deref())?;
    let wording = wording(site.as_ref(), source.as_ref(), args.words.as_deref())?;
    let base = match (&args.base, &site) {
        (Some(base), site) => Some(crate::qr::place::base(Some(base), site.as_ref())?),
        (None, Some(site)) if site.url.is_some() => Some(crate::qr::place::base(None, Some(site))?),
        _ => None,
    };
    let (name, entries, mut mistakes) = match &args.list {
        Some(list) => from_list(list, site.as_ref())?,
        None => ("site.json".to_owned(), site.as_ref().map(entry::of_site).unwrap_or_default(), Vec::new()),
    };
    let rows = entries.len();
    let fonts = Fonts::new()?;
    let job = Job {
        fonts: &fonts,
        wording: &wording,
        base: base.as_deref(),
        sheet: match args.sheet {
            SheetName::A4 => Sheet::A4,
            SheetName::A5 => Sheet::A5,
            SheetName::Tent => Sheet::Tent,
            SheetName::Stickers => Sheet::Stickers,
        },
        letters: if args.large { Letters::Large } else { Letters::Plain },
        purposes: purposes(&args.purpose, site.as_ref()),
        logo: args.logo.as_deref().map(logo).transpose()?,
        level: match args.level {
            LevelName::Q => Level::Q,
            LevelName::H => Level::H,
        },
        distance: args.distance,
        copies: args.copies,
    };
    let output = match (args.format, args.one) {
        (Format::Pdf, true) => Output::OnePdf,
        (Format::Pdf, false) => Output::Pdf,
        (Format::Svg, _) => Output::Svg,
        (Format::Png, _) => Output::Png(args.dpi),
    };
    let written = made::write(&job, entries, out, output)?;
    mistakes.extend(written.mistakes);
    for mistake in &mistakes {
        eprintln!("{name}: {mistake}");
    }
    let bad = mistakes.iter().any(Mistake::is_error);
    ensure!(written.codes > 0, "{name}: no row can be used");
    eprintln!(
        "{}: {} codes of {rows} places in {} files; scan the first page before you print more",
        out.display(),
        written.codes,
        written.files
    );
    Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn template(file: &Path) -> anyhow::Result<ExitCode> {
    let cannot = || format!("cannot write {}", file.display());
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") => fs::write(file, places::template()?).with_context(cannot)?,
        Some("json") => fs::write(file, Wording::template()).with_context(cannot)?,
        _ => bail!(
            "found {}, expected a name that ends in .xlsx (the list) or .json (the words)",
            file.display()
        ),
    }
    eprintln!("{}: change the rows that are there", file.display());
    Ok(ExitCode::SUCCESS)
}

fn site(folder: Option<&Path>) -> anyhow::Result<(Option<Site>, Option<Source>)> {
    let Some(folder) = folder else { return Ok((None, None)) };
    let source = Source::open(Some(folder))?;
    let mut problems = Problems::default();
    let Some(site) = source.site(&mut problems) else { bail!("the site cannot be read:\n{problems}") };
    Ok((Some(site), Some(source)))
}

/// `file` wins over the site, the site over ours, word by word.
fn wording(site: Option<&Site>, source: Option<&Source>, file: Option<&Path>) -> anyhow::Result<Wording> {
    let mut wording = Wording::own(site.map(|site| site.languages.as_slice()));
    for lang in site.map(|site| site.languages.as_slice()).unwrap_or_default() {
        let path = format!("locales/{lang}.json");
        let Some(bytes) = source.and_then(|source| source.files.get(&path)) else { continue };
        let words: BTreeMap<String, String> = serde_json::from_slice(bytes)
            .with_context(|| format!("{path} cannot be read; `mot-cua check` says what is wrong"))?;
        wording.say(lang, words);
    }
    if let Some(file) = file {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let packs = Wording::read(&text).with_context(|| file.display().to_string())?;
        for (lang, words) in packs {
            wording.say(&lang, words);
        }
    }
    Ok(wording)
}

fn from_list(list: &Path, site: Option<&Site>) -> anyhow::Result<(String, Vec<Listed>, Vec<Mistake>)> {
    let name = list.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let Some(kind) = Kind::of(&name).filter(|kind| *kind != Kind::Markdown) else {
        bail!("found {name}, expected a name that ends in .xlsx or .csv")
    };
    let bytes = fs::read(list).with_context(|| format!("cannot read {}", list.display()))?;
    let read = places::read(kind, &bytes, site);
    let entries = read.lines.iter().map(|line| entry::of_line(line, site)).collect();
    Ok((name, entries, read.mistakes))
}

fn purposes(said: &[PurposeName], site: Option<&Site>) -> Vec<Purpose> {
    if said.is_empty() {
        let looks = site.is_none_or(|site| site.catalogue);
        return if looks { vec![Purpose::Rate, Purpose::Look] } else { vec![Purpose::Rate] };
    }
    let purpose = |name: &PurposeName| match name {
        PurposeName::Rate => Purpose::Rate,
        PurposeName::Look => Purpose::Look,
        PurposeName::Feedback => Purpose::Say,
    };
    said.iter().map(purpose).collect()
}

fn logo(file: &Path) -> anyhow::Result<Logo> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Logo::png(&bytes).with_context(|| format!("--logo {}", file.display()))
}
