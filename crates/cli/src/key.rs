//! `mot-cua key`: who may read what people wrote, and figures of single counters.

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use mot_cua_collector::keys;
use mot_cua_collector::store::{Absent, Refused, Store};

use crate::database::{self, Database};

/// Make and end keys for /results: the leader's page and the inbox
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua key add leader --db sqlite:answers.db     says a new key, once; a key of that name ends
  mot-cua key list --db sqlite:answers.db
  mot-cua key end leader --db sqlite:answers.db     whoever is in with it is out

The database keeps only Argon2id of a key. It may run while `mot-cua serve` does.")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Make a key and say it
    Add(Named),
    /// Say the names of keys
    List {
        #[command(flatten)]
        database: Database,
    },
    /// End a key
    End(Named),
}

#[derive(Debug, clap::Args)]
struct Named {
    /// Whose: a post, like "leader", rather than a person
    #[arg(value_parser = name)]
    name: String,
    #[command(flatten)]
    database: Database,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (What::Add(Named { database, .. }) | What::End(Named { database, .. }) | What::List { database }) =
        &args.what;
    database::block_on(async {
        let store = database.open(Absent::Create).await?;
        let done = work(&store, &args.what).await;
        store.close().await;
        done.map(|()| ExitCode::SUCCESS)
    })
}

async fn work(store: &Store, what: &What) -> anyhow::Result<()> {
    let refused = |refused: Refused| anyhow::anyhow!("the database did not take it: {refused:?}");
    match what {
        What::Add(Named { name, .. }) => {
            let key = keys::new_key();
            let hash = keys::hash(&key).context("no memory for Argon2")?;
            store.set_desk_key(name, &hash).await.map_err(refused)?;
            println!("{key}");
            eprintln!("the key of {name}, shown only now: write it down, and enter it at /results/door");
        }
        What::List { .. } => {
            for (name, _) in
                store.desk_keys().await.map_err(|trouble| anyhow::anyhow!("the database {trouble}"))?
            {
                println!("{name}");
            }
        }
        What::End(Named { name, .. }) => {
            let keys =
                store.desk_keys().await.map_err(|trouble| anyhow::anyhow!("the database {trouble}"))?;
            if !keys.iter().any(|(known, _)| known == name) {
                bail!("there is no key {name}; `mot-cua key list` says which there are");
            }
            store.end_desk_key(name).await.map_err(refused)?;
            eprintln!("the key of {name} opens nothing any more");
        }
    }
    Ok(())
}

fn name(text: &str) -> Result<String, String> {
    let fits = (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if fits { Ok(text.to_owned()) } else { Err("expected letters, digits and dashes, 40 at most".to_owned()) }
}
