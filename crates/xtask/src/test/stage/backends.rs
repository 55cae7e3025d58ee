//! Adapters against backends that others wrote.

use anyhow::Result;

use super::cargo;
use super::share::Share;
use crate::home::Home;
use crate::setup::{self, Choice};
use crate::test::count::Count;

pub(super) fn run(home: &Home, share: &Share) -> Result<Count> {
    let choice = if share.is_ci() { Choice::Ci } else { Choice::All };
    let programs = setup::backends(home, choice);
    // One backend at a time: their speed is part of what is tested.
    cargo::test_with(home, share, &["-p", "mot-cua-cli", "--test", "backends"], |cargo| {
        cargo.arg("--test-threads=1").env("MC_BACKENDS", "1").envs(programs);
    })
}
