//! `mot-cua search`: queries in, codes out, a JSON line each.

use std::fs;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, bail};
use mot_cua_catalogue::import::{Import, Options};
use mot_cua_catalogue::{Certainty, Filter, Index};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::import::{files, folder, words};

/// Answer queries, a JSON line each: {"id","query"} → {"id","codes","ask","office","nearest","micros"}.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A catalogue's folder (or the site's above it), its index.json, or national records (.json, .json.gz)
    #[arg(long)]
    catalogue: PathBuf,
    /// Codes a query, at most
    #[arg(long, default_value_t = 10)]
    limit: usize,
}

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    id: Value,
    query: String,
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { catalogue, limit } = args;
    let index = load(&catalogue)?;
    let mut out = std::io::stdout().lock();
    let mut outcome = ExitCode::SUCCESS;
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.context("cannot read the queries")?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let reply = match serde_json::from_slice::<Question>(&line) {
            Ok(question) => answer(&index, &question, limit),
            Err(error) => {
                outcome = ExitCode::FAILURE;
                json!({"id": null, "error": format!("found {error}, expected {{\"id\":…,\"query\":\"…\"}}")})
            }
        };
        // Line by line, so that a program may wait for each answer.
        writeln!(out, "{reply}").and_then(|()| out.flush()).context("cannot write the answers")?;
    }
    Ok(outcome)
}

fn answer(index: &Index, question: &Question, limit: usize) -> Value {
    let start = Instant::now();
    let answer = index.answer(&question.query, Filter::default(), limit);
    let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    let code = |item: usize| index.item(item).map(|item| item.code);
    let codes: Vec<&str> = answer.hits.iter().filter_map(|hit| code(hit.item)).collect();
    let ask: Vec<&str> = answer.ask.iter().filter_map(|item| code(*item)).collect();
    let office = answer.office.and_then(|names| names.get("vi").or_else(|| names.values().next()));
    let nearest = answer.certainty == Certainty::Nearest;
    json!({"id": question.id, "codes": codes, "ask": ask, "office": office, "nearest": nearest, "micros": micros})
}

/// Whatever holds a catalogue. Records win over an index beside them: it may be older.
fn load(path: &Path) -> anyhow::Result<Index> {
    if path.is_dir() {
        let below = path.join("catalogue");
        let path = if path.join("p").is_dir() || !below.is_dir() { path } else { &below };
        if path.join("p").is_dir() {
            let found = folder::read(path)?;
            for refusal in &found.refused {
                eprintln!("mot-cua: {refusal}");
            }
            return Ok(Index::build_with(&found.procedures, &words::beside(path)?));
        }
        return read_index(&path.join("index.json"));
    }
    if path.file_name().is_some_and(|name| name == "index.json") {
        return read_index(path);
    }
    let mut import = Import::new(Options::default());
    match files::read(path) {
        Ok(text) => import.file(&path.display().to_string(), &text),
        Err(refusal) => bail!("{refusal}"),
    }
    for refusal in &import.refused {
        eprintln!("mot-cua: {refusal}");
    }
    if import.procedures.is_empty() {
        bail!("{}: no procedure in it", path.display());
    }
    Ok(Index::build(&import.procedures))
}

fn read_index(path: &Path) -> anyhow::Result<Index> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Index::from_json(&text).with_context(|| path.display().to_string())
}
