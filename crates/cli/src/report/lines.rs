//! Answers as lines of JSON, read twice: which revision counts is known only after the last line.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, bail};
use mot_cua_collector::results::{Body, Snapshot, Telling, Voices};
use mot_cua_contract::Site;
use mot_cua_survey::figures::{Book, Figures, Month, Revisions};
use serde::Deserialize;

/// A date further than this from the report's month is a phone's wrong clock, most likely.
const FAR: u32 = 24;

/// What the first pass looks at.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    rev: u32,
    /// The server's. `None`: this backend does not say, and the phone's clock must do.
    #[serde(borrow, default)]
    received_at: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    saved_at: Cow<'a, str>,
}

pub(super) fn count(
    path: &Path,
    surveys: Vec<(String, String, String)>,
    month: Month,
    telling: &mut Telling,
    site: &Site,
) -> anyhow::Result<Snapshot> {
    let (mut revisions, mut far) = (Revisions::default(), 0_u64);
    each(path, |line| {
        let head: Head = serde_json::from_slice(line)?;
        if let Some(came) = came(&head) {
            revisions.note(&head.id, head.rev, came);
            far += u64::from(came.distance(month) > FAR);
        }
        Ok(())
    })?;
    if far > 0 {
        eprintln!("{far} lines bear a date more than two years from {month}: a wrong clock, most likely");
    }
    let mut figures = Figures::new(Book::of(surveys), month);
    let mut voices = Voices::of(month);
    each(path, |line| {
        let head: Head = serde_json::from_slice(line)?;
        if let Some(came) = came(&head).filter(|came| revisions.take(&head.id, head.rev, *came)) {
            let mut body: Body<'_> = serde_json::from_slice(line)?;
            let before = body.settle(site).map(|merged| merged.id.as_str());
            body.count(&mut figures, came, body.came());
            telling.count(&body, came, before);
            voices.hear(figures.series(), &body, came, head.received_at.as_deref().unwrap_or(&head.saved_at));
        }
        Ok(())
    })?;
    voices.settle();
    Ok(Snapshot { figures, voices })
}

/// `None`: no month that a calendar has; it counts in none.
fn came(head: &Head) -> Option<Month> {
    Month::of(head.received_at.as_deref().unwrap_or(&head.saved_at))
}

fn each(path: &Path, mut each: impl FnMut(&[u8]) -> serde_json::Result<()>) -> anyhow::Result<()> {
    let name = path.display();
    let mut file = BufReader::new(File::open(path).with_context(|| format!("cannot read {name}"))?);
    let (mut line, mut number) = (Vec::new(), 0_u64);
    loop {
        line.clear();
        if file.read_until(b'\n', &mut line).with_context(|| format!("cannot read {name}"))? == 0 {
            return Ok(());
        }
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        if let Err(error) = each(&line) {
            bail!(
                "{name}, line {number}: found {error}, expected an answer as `mot-cua export --format jsonl` writes it"
            );
        }
    }
}
