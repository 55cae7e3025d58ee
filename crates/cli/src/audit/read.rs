//! Where the answers are.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, bail};
use mot_cua_collector::store::{Absent, Trouble};
use mot_cua_sheets::Answer;
use serde_json::{Map, Value};

use super::tally::Tally;
use crate::database::{Database, block_on};
use crate::export::{Filter, answer};

pub(super) fn database(database: &Database, filter: &Filter) -> anyhow::Result<Tally> {
    block_on(async {
        let store = database.open(Absent::Refuse).await?;
        let mut tally = Tally::default();
        let mut latest = store.latest().await?;
        let counted = latest.each(|line| {
            let answer = answer(line);
            if filter.takes(&answer) {
                tally.count(&answer);
            }
            Ok::<_, Trouble>(())
        });
        let counted = counted.await;
        latest.close().await;
        store.close().await;
        counted?;
        Ok(tally)
    })
}

pub(super) fn lines(path: &Path, filter: &Filter) -> anyhow::Result<Tally> {
    let name = path.display();
    let file = BufReader::new(File::open(path).with_context(|| format!("cannot read {name}"))?);
    let mut tally = Tally::default();
    for (at, line) in file.split(b'\n').enumerate() {
        let line = line.with_context(|| format!("cannot read {name}"))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let Ok(body) = serde_json::from_slice::<Map<String, Value>>(&line) else {
            bail!("{name}, line {}: expected an answer as `mot-cua export --format jsonl` writes it", at + 1);
        };
        let answer = exported(body);
        if filter.takes(&answer) {
            tally.count(&answer);
        }
    }
    Ok(tally)
}

/// What another backend does not say is taken for usual.
fn exported(body: Map<String, Value>) -> Answer {
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let saved_at = text("savedAt");
    let received_at = Some(text("receivedAt")).filter(|at| !at.is_empty()).unwrap_or(saved_at);
    Answer {
        received_at,
        tier: text("tier"),
        rate: body.get("rate").and_then(Value::as_i64).unwrap_or_default(),
        trap: body.get("trap") == Some(&Value::Bool(true)),
        validated: true,
        place_known: true,
        body,
    }
}
