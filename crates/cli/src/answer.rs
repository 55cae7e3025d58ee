//! `mot-cua answer`: what a ward without a server says to what people wrote.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use mot_cua_collector::Clock;
use mot_cua_collector::results::replies;
use mot_cua_collector::store::{Said, Shown};
use mot_cua_contract::mask::mask;
use mot_cua_contract::time::{Rounding, rounded};
use mot_cua_sheets::inbox;
use mot_cua_sheets::xlsform::Kind;
use serde::{Deserialize, Serialize};

use crate::build::{Problems, Source};

/// Publish a ward's answers to what people wrote, by receipt code
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua report --month 2026-11 --in answers.jsonl --out report     writes report/desk/inbox.xlsx, with a column to answer in
  mot-cua answer --in report/desk/inbox.xlsx --out public/answers.json

Beside answers.json it writes answers.html, where answers.html#7K3QX0M2VD shows one answer. Answers given before stay; one given anew
takes the place of the old one. Numbers of papers, telephones and plates are covered. Where `mot-cua serve` keeps the answers,
/results/inbox does all this.")]
pub(crate) struct Args {
    /// The sheet: .xlsx or .csv, with the columns “Mã biên nhận”, “Trả lời”, “Đã đọc”, “Công khai”
    #[arg(long = "in", value_name = "FILE")]
    from: PathBuf,
    /// The file to write
    #[arg(long, value_name = "FILE.json")]
    out: PathBuf,
    /// Folder of the site, for its name; without it, the sample site
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// `answers.json`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Published {
    v: u8,
    pub(crate) answers: Vec<Said>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let source = Source::open(args.site.as_deref())?;
    let mut problems = Problems::default();
    let Some(site) = source.site(&mut problems) else { bail!("the site cannot be read:\n{problems}") };
    let name = args.from.display().to_string();
    let kind = Kind::of(&name).with_context(|| format!("found {name}, expected .xlsx or .csv"))?;
    let bytes = fs::read(&args.from).with_context(|| format!("cannot read {name}"))?;
    let inbox::Answers { rows, mistakes } = inbox::read(kind, &bytes);
    if !mistakes.is_empty() {
        bail!("{name}: nothing was published\n{}", mistakes.join("\n"));
    }
    let mut published = if args.out.exists() { read(&args.out)? } else { Published::default() };
    let mut day = rounded(Clock::Machine.unix_ms(), 420, Rounding::Day);
    day.truncate(10);
    let count = rows.len();
    for row in rows {
        let words = mask(&row.words);
        let shown = if row.to_all { Shown::All } else { Shown::Code };
        let known = published.answers.iter_mut().find(|said| said.receipt == row.receipt);
        match known {
            // Said already: its day stays.
            Some(said) if said.words == words => said.shown = shown,
            Some(said) => *said = Said { receipt: row.receipt, words, day: day.clone(), shown },
            None => published.answers.push(Said { receipt: row.receipt, words, day: day.clone(), shown }),
        }
    }
    published.v = 1;
    published.answers.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.receipt.cmp(&b.receipt)));
    let page = args.out.with_extension("html");
    let out = args.out.display();
    fs::write(&args.out, serde_json::to_string_pretty(&published)? + "\n")
        .with_context(|| format!("cannot write {out}"))?;
    let html = replies(&published.answers, &site, site.default_language());
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    println!("{out}, {}: {count} answers of this sheet, {} in all", page.display(), published.answers.len());
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn read(path: &std::path::Path) -> anyhow::Result<Published> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not of `mot-cua answer`", path.display()))
}
