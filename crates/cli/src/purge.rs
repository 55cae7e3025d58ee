//! `mot-cua purge`: answers whose time is over.

mod age;

use std::process::ExitCode;

use mot_cua_collector::Clock;
use mot_cua_collector::store::{Absent, Refused};

use crate::database;
use age::Age;

/// Remove the answers of months that are long over
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua purge --older-than 2y --dry-run   how many would go
  mot-cua purge --older-than 18m            for a monthly timer; it may run while `serve` does
  mot-cua purge --older-than 3m --contacts  how people can be reached who had no answer by then

Whole months go, by the month in which an answer's first revision came: with --older-than 90d on 22 November, what came in July
or before (24 August is ninety days ago, and August is not over by then). So no published count of a month shrinks person by
person. All revisions of an answer go together. Ids stay behind, and only ids: what a phone sends again much later is not
stored a second time. What an owner has deleted stays deleted.")]
pub(crate) struct Args {
    #[command(flatten)]
    database: database::Database,
    /// A number and y, m or d: years, months, days
    #[arg(long, value_name = "AGE")]
    older_than: Age,
    /// Only names, telephones and mail addresses of those who wanted an answer; what they wrote stays
    #[arg(long, conflicts_with = "dry_run")]
    contacts: bool,
    /// Only say how many answers there are
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let month = args.older_than.before(Clock::Machine.unix_ms());
    database::block_on(async {
        let store = args.database.open(Absent::Refuse).await?;
        let done = if args.contacts {
            store.forget_contacts_before(&month).await
        } else if args.dry_run {
            store.count_before(&month).await.map_err(Refused::Trouble)
        } else {
            store.purge_before(&month).await
        };
        let name = store.address().to_string();
        store.close().await;
        let count = done.map_err(|refused| match refused {
            Refused::Trouble(trouble) => anyhow::anyhow!("the database {name} {trouble}"),
            Refused::Overloaded => anyhow::anyhow!("the database {name} has too much to do; try again"),
        })?;
        if args.contacts {
            println!("{name}: contact details of {count} answers of the months before {month} are gone");
        } else if args.dry_run {
            println!("{name}: {count} answers of the months before {month} would go; nothing was changed");
        } else {
            println!("{name}: {count} answers of the months before {month} are gone");
        }
        Ok(ExitCode::SUCCESS)
    })
}
