//! All checks, in the order in which they tell most for the least waiting.

mod count;
mod long;
mod stage;
mod state;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use self::count::Count;
use self::stage::{STAGES, Share, Stage};
use crate::home::Home;
use crate::step::seconds;

/// `--long [--one] [STAGE…]` or `[STAGE…]`.
pub(crate) fn run(home: &Home, args: &[&str]) -> Result<()> {
    match args {
        ["--long", "--one", names @ ..] => long::run(home, &named(names)?, long::Pieces::Next),
        ["--long", names @ ..] => long::run(home, &named(names)?, long::Pieces::All),
        names => share(home, &named(names)?),
    }
}

/// Those stages, or all.
fn named(names: &[&str]) -> Result<Vec<&'static Stage>> {
    for name in names {
        if !STAGES.iter().any(|stage| stage.name == *name) {
            let known: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
            bail!("`{name}` is no stage: {}", known.join(" "));
        }
    }
    Ok(STAGES.iter().filter(|stage| names.is_empty() || names.contains(&stage.name)).collect())
}

/// What CI runs; a failure stops none of the others.
fn share(home: &Home, stages: &[&Stage]) -> Result<()> {
    let mut total = Count::default();
    let mut summary = Vec::new();
    for stage in stages.iter().filter(|stage| stage.is_in_ci()) {
        let (count, took) = perform(home, stage, stage.name, &Share::default());
        summary.push((stage.name, count, took));
        total = total.and(count);
    }
    println!();
    for (name, count, took) in &summary {
        println!("  {name:<10}{:<8}{}", count.verdict(), seconds(*took));
        if count.failed > 0 {
            println!("            again: cargo xtask test {name}");
        }
    }
    close(total)
}

fn perform(home: &Home, stage: &Stage, title: &str, share: &Share) -> (Count, Duration) {
    println!("\n== {title}: {}", stage.what);
    let start = Instant::now();
    let count = (stage.run)(home, share).unwrap_or_else(|error| {
        println!("{error:#}");
        Count { failed: 1, ..Count::default() }
    });
    (count, start.elapsed())
}

/// The last line, and the exit code.
fn close(total: Count) -> Result<()> {
    println!("\n{total}");
    if total.failed == 0 { Ok(()) } else { bail!("checks failed") }
}
