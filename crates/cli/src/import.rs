//! `mot-cua import tthc`: national records → the catalogue of a site.

pub(crate) mod files;
pub(crate) mod folder;
mod report;
pub(crate) mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use mot_cua_catalogue::Index;
use mot_cua_catalogue::import::{Import, Options, Which, changes, replacements};
use time::Date;
use time::macros::format_description;

/// Turn national records into the catalogue of a site.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Procedures (thủ tục hành chính): crawls of the national portal, its own JSON, or the national database's
    Tthc(Tthc),
}

#[derive(Debug, clap::Args)]
struct Tthc {
    /// Files with records, .json or .json.gz
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// The catalogue's folder, e.g. site/catalogue: gets p/<code>.json, index.json, doubts.tsv and,
    /// where records were there before, changes.tsv
    #[arg(long)]
    out: PathBuf,
    /// The day on which the files were read from the source, e.g. 2026-11-21
    #[arg(long, value_parser = day)]
    retrieved: Option<String>,
    /// Only what a ward's counter offers
    #[arg(long)]
    counter_only: bool,
}

fn day(text: &str) -> Result<String, String> {
    Date::parse(text, format_description!("[year]-[month]-[day]"))
        .map(|_| text.to_owned())
        .map_err(|_| "expected a day like 2026-11-21".to_owned())
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let What::Tthc(args) = args.what;
    let which = if args.counter_only { Which::CounterOnly } else { Which::All };
    let mut import = Import::new(Options { retrieved: args.retrieved, which });
    for path in &args.inputs {
        match files::read(path) {
            Ok(text) => import.file(&path.display().to_string(), &text),
            Err(refusal) => import.refused.push(refusal),
        }
    }

    // What was there before is compared, not lost: a catalogue that is new has nothing to compare.
    let before = if args.out.join("p").is_dir() { Some(folder::read(&args.out)?.procedures) } else { None };
    folder::write(&args.out, &import.procedures)?;
    folder::replace(&args.out.join("doubts.tsv"), &report::table(&import))?;
    // The index is of the folder, so that records which were there before, or by hand, stay in it.
    let there = folder::read(&args.out)?;
    import.refused.extend(there.refused);
    let words = words::beside(&args.out)?;
    folder::replace(&args.out.join("index.json"), &Index::build_with(&there.procedures, &words).to_json())?;

    print!("{}", report::summary(&import, there.procedures.len(), &args.out));
    print!("{}", report::replaced(&replacements(&there.procedures)));
    if let Some(before) = before {
        let changes = changes(&before, &import.procedures);
        folder::replace(&args.out.join("changes.tsv"), &report::changed(&changes))?;
        print!("{}", report::what_changed(&changes, &args.out));
    }
    for refusal in &import.refused {
        eprintln!("mot-cua: {refusal}");
    }
    Ok(if import.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
