//! `mot-cua backup`: everything into one file, while answers come in.

use std::path::PathBuf;
use std::process::ExitCode;

use mot_cua_collector::store::{Absent, Address};

use crate::database;

/// Copy all answers into one new file, while `serve` runs
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua backup --db sqlite:/var/lib/mot-cua/answers.db --out /mnt/usb/2026-11-22.db
  mot-cua backup --db postgres://mot_cua@db.example/answers --out 2026-11-22.db

The file is a database of SQLite, whole or not there at all, as one moment saw the answers; only its owner may read it.
To go back to it: stop `serve`, then either use the file itself (--db sqlite:2026-11-22.db), or
  mot-cua migrate --from sqlite:2026-11-22.db --to postgres://mot_cua@db.example/empty_database
For many millions of answers in PostgreSQL, pg_dump and the server's own log shipping are faster.")]
pub(crate) struct Args {
    #[command(flatten)]
    database: database::Database,
    /// The file to make; it must not be there yet
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        let store = args.database.open(Absent::Refuse).await?;
        let written = store.backup(&args.out).await;
        store.close().await;
        written?;
        // Read back: a backup that does not open is none.
        let copy = database::open(&Address::Sqlite(args.out.clone()), Absent::Refuse).await?;
        let answers = copy.count().await;
        copy.close().await;
        println!(
            "{}: {} answers",
            args.out.display(),
            answers.map_err(|trouble| anyhow::anyhow!("the copy {trouble}"))?
        );
        Ok(ExitCode::SUCCESS)
    })
}
