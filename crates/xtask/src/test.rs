//! All checks, in the order in which they tell most for the least waiting.

mod count;
mod stage;

use std::time::Instant;

use anyhow::{Result, bail};

use self::count::Count;
use self::stage::{STAGES, Stage};
use crate::home::Home;
use crate::step::seconds;

/// Runs the stages named, or all; a failure stops none of the others.
pub(crate) fn run(home: &Home, names: &[&str]) -> Result<()> {
    for name in names {
        if !STAGES.iter().any(|stage| stage.name == *name) {
            let known: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
            bail!("`{name}` is no stage: {}", known.join(" "));
        }
    }
    let mut total = Count::default();
    let mut summary = Vec::new();
    for stage in STAGES.iter().filter(|stage| names.is_empty() || names.contains(&stage.name)) {
        println!("\n== {}: {}", stage.name, stage.what);
        let start = Instant::now();
        let count = perform(home, stage);
        let verdict = if count.failed == 0 { "ok" } else { "FAILED" };
        summary.push((stage.name, verdict, seconds(start.elapsed())));
        total = total.and(count);
    }
    println!();
    for (name, verdict, took) in &summary {
        println!("  {name:<10}{verdict:<8}{took}");
        if *verdict != "ok" {
            println!("            again: cargo xtask test {name}");
        }
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { bail!("checks failed") }
}

fn perform(home: &Home, stage: &Stage) -> Count {
    match (stage.run)(home) {
        Ok(count) => count,
        Err(error) => {
            println!("{error:#}");
            Count { passed: 0, failed: 1 }
        }
    }
}
