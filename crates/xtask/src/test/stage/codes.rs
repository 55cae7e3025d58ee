//! Printed codes, read by decoders that others wrote.

use anyhow::Result;

use super::cargo;
use super::share::Share;
use crate::home::Home;
use crate::setup;
use crate::test::count::Count;

pub(super) fn run(home: &Home, share: &Share) -> Result<Count> {
    let python = setup::decoders(home).inspect_err(|missing| println!("skipped: {missing:#}")).ok();
    cargo::test_with(home, share, &["-p", "mot-cua-cli", "--test", "codes"], |cargo| {
        if let Some(python) = python {
            cargo.env("MC_CODES_PYTHON", python);
        }
    })
}
