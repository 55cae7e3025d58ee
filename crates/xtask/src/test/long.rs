//! All of it in full, in pieces of less than ten minutes. What is done is remembered: whoever stops goes on where they were.

use anyhow::Result;

use super::count::Count;
use super::stage::{STAGES, Stage};
use super::state::{Done, State};
use super::{close, perform};
use crate::home::Home;
use crate::step::seconds;

/// How much of what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pieces {
    All,
    Next,
}

pub(super) fn run(home: &Home, stages: &[&Stage], pieces: Pieces) -> Result<()> {
    let mut state = State::open(home)?;
    let mut failed = 0;
    for (stage, piece) in left(stages, &state) {
        let title = title(stage, piece);
        let (count, took) = perform(home, stage, &title, &stage.share.piece(piece));
        failed += count.failed;
        println!("  {title}: {} in {}", count.verdict(), seconds(took));
        // A piece that failed stays open: it is the first thing to run again.
        if count.failed == 0 {
            state.remember(stage.name, piece, Done { count, seconds: took.as_secs() })?;
        }
        if pieces == Pieces::Next {
            break;
        }
    }
    let mut total = summary(&state);
    // Not only of the stages named: what is left is left of everything.
    let all: Vec<&Stage> = STAGES.iter().collect();
    let open = left(&all, &state);
    match open.as_slice() {
        [] => println!("\nnothing is left: all of it ran on this code"),
        [(stage, piece), ..] => {
            println!(
                "\nleft: {} pieces, next is {}: cargo xtask test --long",
                open.len(),
                title(stage, *piece)
            );
        }
    }
    total.failed = failed;
    close(total)
}

fn left<'a>(stages: &[&'a Stage], state: &State) -> Vec<(&'a Stage, u32)> {
    let pieces = stages.iter().flat_map(|stage| (0..stage.share.pieces()).map(|piece| (*stage, piece)));
    pieces.filter(|(stage, piece)| state.done(stage.name, *piece).is_none()).collect()
}

fn summary(state: &State) -> Count {
    let mut total = Count::default();
    println!();
    for stage in &STAGES {
        let all = stage.share.pieces();
        let done: Vec<Done> = (0..all).filter_map(|piece| state.done(stage.name, piece)).collect();
        let count = done.iter().fold(Count::default(), |sum, done| sum.and(done.count));
        let took = std::time::Duration::from_secs(done.iter().map(|done| done.seconds).sum());
        println!("  {:<14}{:>3} of {all:<4}{}", stage.name, done.len(), seconds(took));
        total = total.and(count);
    }
    total
}

fn title(stage: &Stage, piece: u32) -> String {
    match stage.share.pieces() {
        1 => stage.name.to_owned(),
        all => format!("{} {} of {all}", stage.name, piece + 1),
    }
}
