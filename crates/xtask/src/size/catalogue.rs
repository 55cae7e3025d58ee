//! The catalogue's index at the three sizes that the budgets name, made by `mot-cua import` from the national records.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::{Row, compressed};
use crate::command::{command, output};
use crate::home::Home;

/// Marks the records that a ward's counter offers.
const AT_THE_COUNTER: &str = "goi_y_quay_mot_cua_cap_xa";

/// Empty, with a word about it, where ../shared is not.
pub(super) fn rows(home: &Home, binary: &Path) -> Result<Vec<Row>> {
    let shared = home.root.join("../shared/data");
    let (commune, all) = (shared.join("tthc-commune.json.gz"), shared.join("tthc-all.json.gz"));
    if !commune.is_file() || !all.is_file() {
        println!("catalogue: skipped: no ../shared");
        return Ok(Vec::new());
    }
    let work = home.root.join("target/size");
    fs::create_dir_all(&work)?;
    let counter = at_the_counter(&commune, &work)?;
    [(counter, 316, 15_000), (commune, 588, 24_000), (all, 2642, 60_000)]
        .into_iter()
        .map(|(records, count, limit)| row(binary, &work, &records, count, limit))
        .collect()
}

fn row(binary: &Path, work: &Path, records: &Path, count: usize, limit: usize) -> Result<Row> {
    let out = work.join(count.to_string());
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    output(command(binary).args(["import", "tthc"]).arg(records).arg("--out").arg(&out))?;
    let found = fs::read_dir(out.join("p"))?.count();
    ensure!(found == count, "{}: {found} procedures, expected {count}", out.display());
    let index = out.join("index.json");
    Ok(Row {
        name: format!("catalogue index, {count} procedures"),
        bytes: compressed(&index)?,
        limit: Some(limit),
    })
}

fn at_the_counter(commune: &Path, work: &Path) -> Result<PathBuf> {
    let mut text = String::new();
    GzDecoder::new(fs::File::open(commune)?).read_to_string(&mut text)?;
    let mut whole: Value = serde_json::from_str(&text)?;
    let records = match &mut whole {
        Value::Array(records) => records,
        Value::Object(map) => map.values_mut().find_map(Value::as_array_mut).context("no list of records")?,
        _ => anyhow::bail!("no list of records"),
    };
    records.retain(|record| record[AT_THE_COUNTER] == Value::Bool(true));
    let path = work.join("counter.json");
    fs::write(&path, serde_json::to_vec(&whole)?)?;
    Ok(path)
}
