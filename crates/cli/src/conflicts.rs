//! `mot-cua conflicts`: what came twice under one name and was not the same.

use std::io::Write;
use std::process::ExitCode;

use mot_cua_collector::store::{Absent, Kept, Trouble};
use mot_cua_contract::receipt::receipt;
use serde_json::{Map, Value, json};

use crate::database;

/// Show the revisions that came twice with different answers
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua conflicts                        one line of JSON for each
  mot-cua conflicts | wc -l                how many

The first body counts; the other was kept aside and is counted nowhere. Some of these are a changed program on a phone, or
somebody who plays with the address: rarely more than a few. Many mean a faulty client.")]
pub(crate) struct Args {
    #[command(flatten)]
    database: database::Database,
}

#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error("the database {0}")]
    Database(#[from] Trouble),
    #[error("writing: {0}")]
    Output(#[from] std::io::Error),
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        let store = args.database.open(Absent::Refuse).await?;
        let mut view = store.latest().await.map_err(Stop::Database)?;
        let mut out = std::io::stdout().lock();
        let shown = view.each_conflict(|kept| writeln!(out, "{}", line(&kept)).map_err(Stop::from)).await;
        view.close().await;
        store.close().await;
        match shown {
            // `mot-cua conflicts | head` has read enough.
            Err(Stop::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                Ok(ExitCode::SUCCESS)
            }
            shown => Ok(shown.map(|()| ExitCode::SUCCESS)?),
        }
    })
}

fn line(kept: &Kept) -> Value {
    // Whoever has the id can delete the answer: the receipt is enough to find it in an export.
    let body = |text: &str| {
        let mut body: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        body.remove("id");
        Value::Object(body)
    };
    json!({
        "receipt": receipt(&kept.id), "rev": kept.rev, "receivedAt": kept.received_at,
        "first": body(&kept.first), "other": body(&kept.other),
    })
}
