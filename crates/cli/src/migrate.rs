//! `mot-cua migrate`: from one database to another, and back.

use std::process::ExitCode;

use mot_cua_collector::store::{Absent, Copied, Copy};

use crate::database;

/// Move all answers to another database
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua migrate --from sqlite:answers.db --to postgres://mot_cua@db.example/answers
  mot-cua migrate --from postgres://mot_cua@db.example/answers --to sqlite:answers.db

Stop `serve` first: what comes in while this runs stays behind. Meanwhile the phones keep their answers and send them later.
Every row is read back and compared by SHA-256 before anything is kept: all arrives, or nothing does. The database that is
read from stays as it is. One that holds other answers is never written to; one that holds exactly these is left alone.")]
pub(crate) struct Args {
    /// The database that is read, written as for --db
    #[arg(long, value_name = "DB")]
    from: String,
    /// The database that is filled, written the same way; it must be empty
    #[arg(long, value_name = "DB")]
    to: String,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        let to = database::address(&args.to)?;
        let from = database::open(&database::address(&args.from)?, Absent::Refuse).await?;
        let copied = from.copy(&to).await;
        from.close().await;
        match copied? {
            Copy::Done(tables) => {
                report(&tables);
                println!("All of it is in {to}. Start `mot-cua serve` with it.");
            }
            Copy::Already(tables) => {
                report(&tables);
                println!("{to} held exactly this before; nothing was written.");
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn report(tables: &[Copied]) {
    for Copied { table, rows, digest } in tables {
        println!("{table:<12} {rows:>10} rows  {}", digest.get(..16).unwrap_or(digest));
    }
}
