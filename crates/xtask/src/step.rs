//! Every step says what it is, how it ended and how long it took.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

/// How a step ended when it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was there already; nothing was done.
    There,
    Done,
}

/// Runs one step and prints one line when it ends; `long` is said first where a person would otherwise wonder.
pub(crate) fn step(name: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
    let start = Instant::now();
    let outcome = work().with_context(|| name.to_owned())?;
    let took = seconds(start.elapsed());
    match outcome {
        Outcome::There => println!("  {name:<34} there"),
        Outcome::Done => println!("  {name:<34} {took}"),
    }
    Ok(())
}

/// Says that something slow begins.
pub(crate) fn begin(words: &str) {
    println!("  {words} …");
}

/// `0.4 s`, `12 s`, `3 min 5 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    match whole {
        0..=9 => format!("{:.1} s", duration.as_secs_f64()),
        10..=119 => format!("{whole} s"),
        _ => format!("{} min {} s", whole / 60, whole % 60),
    }
}
