//! `mot-cua export`: the highest revision of every answer, as a table for people or as lines for machines.

mod cell;
mod lines;
mod table;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use mot_cua_collector::store::{Absent, Trouble};

use crate::database;

/// Write the answers out: the highest revision of each, once
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua export --format csv --out answers.csv        a table that Excel opens
  mot-cua export --format jsonl | jq .answers.overall  every answer as one line of JSON

csv has one column a question, and the receipt code instead of the id: whoever has the id can delete the answer.
jsonl has the whole answer with its id, and what the server knows of it. It may run while `mot-cua serve` does.")]
pub(crate) struct Args {
    #[command(flatten)]
    database: database::Database,
    /// csv for people, jsonl for machines
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Csv,
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
    Table(#[from] csv::Error),
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        let store = args.database.open(Absent::Refuse).await?;
        let mut out: Box<dyn Write + Send> = match &args.out {
            Some(path) => {
                Box::new(File::create(path).with_context(|| format!("cannot write {}", path.display()))?)
            }
            None => Box::new(io::stdout()),
        };
        let mut out = BufWriter::new(&mut out);
        let written = match args.format {
            Format::Csv => table::write(&store, &mut out).await,
            Format::Jsonl => lines::write(&store, &mut out).await,
        };
        let written = written.and_then(|()| Ok(out.flush()?));
        store.close().await;
        match written {
            // `mot-cua export | head` has read enough.
            Err(stop) if stop.is_closed_pipe() => Ok(ExitCode::SUCCESS),
            written => Ok(written.map(|()| ExitCode::SUCCESS)?),
        }
    })
}

impl Stop {
    fn is_closed_pipe(&self) -> bool {
        let kind = match self {
            Self::Output(error) => Some(error.kind()),
            Self::Table(error) => match error.kind() {
                csv::ErrorKind::Io(error) => Some(error.kind()),
                _ => None,
            },
            Self::Database(_) => None,
        };
        kind == Some(io::ErrorKind::BrokenPipe)
    }
}
