//! Bytes are an asserted number.

mod artifacts;
mod catalogue;
pub(crate) mod types;

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use serde_json::json;

use crate::build::{self, Kind, brotli};
use crate::home::Home;

/// One line of the table. Bytes are brotli 11; `limit` is in bytes too, a KB being 1,000 of them. `None`: only told.
#[derive(Debug)]
struct Row {
    name: String,
    bytes: usize,
    limit: Option<usize>,
}

impl Row {
    fn is_over(&self) -> bool {
        self.limit.is_some_and(|limit| self.bytes > limit)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    Json,
}

/// Builds what is measured, then measures.
pub(crate) fn run(home: &Home, format: Format) -> Result<()> {
    let _lock = home.lock()?;
    build::page(home, Kind::Release)?;
    let binary = build::site(home)?;
    let mut rows = artifacts::rows(home)?;
    rows.extend(catalogue::rows(home, &binary)?);
    match format {
        Format::Table => print_table(&rows),
        Format::Json => print_json(&rows)?,
    }
    let over: Vec<&str> = rows.iter().filter(|row| row.is_over()).map(|row| row.name.as_str()).collect();
    if over.is_empty() { Ok(()) } else { bail!("over budget: {}", over.join(", ")) }
}

fn print_table(rows: &[Row]) {
    println!("\n{:<46}{:>9}{:>10}", "brotli 11", "bytes", "limit");
    for row in rows {
        let limit = row.limit.map_or_else(String::new, grouped);
        let mark = if row.is_over() { "  OVER" } else { "" };
        println!("{:<46}{:>9}{limit:>10}{mark}", row.name, grouped(row.bytes));
    }
}

fn print_json(rows: &[Row]) -> Result<()> {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| json!({"name": row.name, "bytes": row.bytes, "limit": row.limit, "over": row.is_over()}))
        .collect();
    println!("{}", serde_json::to_string_pretty(&rows)?);
    Ok(())
}

/// `12345` → `12,345`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let head = digits.len() % 3;
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 3 == head {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn compressed(path: &Path) -> Result<usize> {
    Ok(brotli(&fs::read(path).map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?)?.len())
}
