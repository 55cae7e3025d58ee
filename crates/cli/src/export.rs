//! `mot-cua export`: the highest revision of every answer, as a table for people or as lines for machines.

mod filter;
mod lines;
mod photos;
mod table;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_collector::Store;
use mot_cua_collector::store::{Absent, Trouble};
use mot_cua_sheets::{MOST_ROWS, Written};

use crate::database;
pub(crate) use filter::Filter;
pub(crate) use table::answer;

/// Write the answers out: the highest revision of each, once
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua export --format xlsx --out answers.xlsx      a workbook, with the code book on its second sheet
  mot-cua export --out november.csv --from 2026-11 --to 2026-11 --unit 04795
  mot-cua export --format jsonl | jq .answers.overall  every answer as one line of JSON

xlsx and csv have one column a question, one more for each choice of a question that takes several, and the receipt code instead
of the id: whoever has the id can delete the answer. With --out NAME.csv the code book (what each column asks, what each value
means) is NAME.codebook.csv. A text that a spreadsheet could take for a formula stands behind an apostrophe.
jsonl has the whole answer with its id, and what the server knows of it.
Photos in answers go into the folder NAME.photos beside the file: each is called by the hash that its answer holds.
It may run while `mot-cua serve` does. docs/data.md says what the columns are.")]
pub(crate) struct Args {
    #[command(flatten)]
    database: database::Database,
    /// csv and xlsx for people, jsonl for machines
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// The file to write [default: standard output; xlsx needs a file]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    filter: filter::Filter,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    Jsonl,
}

/// Why an export ends early.
#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error("the database {0}")]
    Database(#[from] Trouble),
    #[error("writing the export: {0}")]
    Output(#[from] io::Error),
    #[error("writing the export: {0}")]
    Table(#[from] mot_cua_sheets::Error),
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    args.filter.ensure_in_order()?;
    if matches!((args.format, &args.out), (Format::Xlsx, None)) {
        bail!("xlsx is not written to a terminal: add --out answers.xlsx");
    }
    database::block_on(async {
        let store = args.database.open(Absent::Refuse).await?;
        let written = all(args, &store).await;
        store.close().await;
        match written {
            Ok((written, photos)) => {
                report(args, written, &photos);
                Ok(ExitCode::SUCCESS)
            }
            // `mot-cua export | head` has read enough.
            Err(stop) if stop.downcast_ref().is_some_and(Stop::is_closed_pipe) => Ok(ExitCode::SUCCESS),
            Err(stop) => Err(stop),
        }
    })
}

/// Answers, then the photos in them.
async fn all(args: &Args, store: &Store) -> anyhow::Result<(Written, photos::Photos)> {
    let written = write(args, store).await?;
    let photos = match &args.out {
        Some(path) => photos::write(store, &args.filter, &path.with_extension("photos")).await?,
        None => photos::Photos::default(),
    };
    Ok((written, photos))
}

async fn write(args: &Args, store: &Store) -> anyhow::Result<Written> {
    let filter = &args.filter;
    Ok(match (args.format, &args.out) {
        (Format::Csv, Some(path)) => {
            let codebook = path.with_extension("codebook.csv");
            table::csv(store, filter, create(path)?, Some(create(&codebook)?)).await?
        }
        (Format::Csv, None) => table::csv(store, filter, BufWriter::new(io::stdout()), None).await?,
        (Format::Xlsx, path) => {
            table::xlsx(store, filter, path.as_deref().unwrap_or(Path::new("answers.xlsx"))).await?
        }
        (Format::Jsonl, path) => {
            let mut out: Box<dyn Write> = match path {
                Some(path) => Box::new(create(path)?),
                None => Box::new(BufWriter::new(io::stdout())),
            };
            lines::write(store, filter, &mut out).await?
        }
    })
}

fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    Ok(BufWriter::new(File::create(path).with_context(|| format!("cannot write {}", path.display()))?))
}

/// What a person must know who opens the file; on standard error, for the answers may be on standard output.
fn report(args: &Args, written: Written, photos: &photos::Photos) {
    let Some(path) = &args.out else { return };
    eprintln!("{}: {} answers", path.display(), written.rows);
    if photos.written > 0 {
        eprintln!("{}: {} photos, each by its hash", path.with_extension("photos").display(), photos.written);
    }
    if photos.missing > 0 {
        eprintln!(
            "{} photos are named that have not come; they may still be on their phones",
            photos.missing
        );
    }
    if !matches!(args.format, Format::Csv) {
        return;
    }
    if written.rows >= u64::from(MOST_ROWS) {
        eprintln!(
            "Excel shows only the first {MOST_ROWS} lines of a csv: use --format xlsx, or --from and --to"
        );
    }
    if written.long_texts > 0 {
        eprintln!(
            "{} texts are longer than a cell of Excel; the file has them whole, Excel cuts them: use --format xlsx",
            written.long_texts
        );
    }
}

impl Stop {
    fn is_closed_pipe(&self) -> bool {
        let kind = match self {
            Self::Output(error) | Self::Table(mot_cua_sheets::Error::Output(error)) => Some(error.kind()),
            Self::Database(_) | Self::Table(_) => None,
        };
        kind == Some(io::ErrorKind::BrokenPipe)
    }
}
