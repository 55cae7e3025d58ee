//! Seeded schedules of everything that goes wrong between a phone and a backend, on a virtual clock.
//!
//! `MC_SCHEDULES=1000000 cargo test -p mot-cua-outbox --release --test simulator` runs more of them, `MC_FROM=n` from that
//! seed on; `MC_SEED=n` runs one. A failure names its seed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::result_large_err,
    missing_debug_implementations,
    reason = "tests"
)]

mod acts;
mod book;
mod chance;
mod disk;
mod fate;
mod mutant;
mod phone;
mod reckoning;
mod requests;
mod server;
mod tab;
mod world;
mod writes;

use std::panic::{AssertUnwindSafe, catch_unwind};

use mot_cua_contract::adapter::Revisions;
use mutant::Mutant;
use world::World;

/// All of one schedule. Panics where a promise is broken.
fn schedule(seed: u64, mutant: Mutant) {
    let revisions =
        [Revisions::Append, Revisions::Replace, Revisions::Final][usize::try_from(seed % 3).unwrap()];
    World::new(seed, revisions, mutant).run();
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn broken(seed: u64, mutant: Mutant) -> Option<String> {
    let caught = catch_unwind(AssertUnwindSafe(|| schedule(seed, mutant))).err()?;
    Some(caught.downcast_ref::<String>().cloned().unwrap_or_else(|| "panic".to_owned()))
}

#[test]
fn nothing_lost_nothing_twice_no_lies() {
    if let Some(seed) = number("MC_SEED") {
        return schedule(seed, Mutant::None);
    }
    quiet();
    let count = number("MC_SCHEDULES").unwrap_or(5_000);
    let first = number("MC_FROM").unwrap_or(0);
    let run = |from: u64| {
        (first + from..first + count).step_by(2).find_map(|seed| Some((seed, broken(seed, Mutant::None)?)))
    };
    let found = std::thread::scope(|scope| {
        let odd = scope.spawn(|| run(1));
        run(0).or(odd.join().unwrap())
    });
    if let Some((seed, why)) = found {
        drop(std::panic::take_hook());
        panic!("MC_SEED={seed}: {why}");
    }
}

/// Broken schedules are caught and reported by their seed; each need not print as well.
fn quiet() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// A simulator that lets these pass proves nothing.
#[test]
fn planted_bugs_are_caught() {
    quiet();
    for mutant in Mutant::PLANTED {
        let first = (0..10_000).find(|seed| broken(*seed, mutant).is_some());
        println!("{mutant:?}: caught by schedule {first:?}");
        assert!(first.is_some(), "{mutant:?} was not caught by 10,000 schedules");
    }
}
