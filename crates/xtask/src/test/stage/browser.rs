//! The released page, served by the released binary, in Chromium.

use std::process::Command;

use anyhow::Result;

use super::node;
use super::share::Share;
use crate::build::{self, Kind};
use crate::home::Home;
use crate::setup;
use crate::test::count::Count;

pub(super) fn run(home: &Home, share: &Share) -> Result<Count> {
    files(home, share, "tests/browser", |_| true)
}

/// Each fault of the catalogue that a browser can show.
pub(super) fn faults(home: &Home, share: &Share) -> Result<Count> {
    files(home, share, "tests/faults", |name| share.is_ci() || !is_kill_loop(name))
}

pub(super) fn kills(home: &Home, share: &Share) -> Result<Count> {
    files(home, share, "tests/faults", is_kill_loop)
}

/// Content management systems that others wrote. One that cannot be had is said; its tests say that they were skipped.
pub(super) fn portals(home: &Home, share: &Share) -> Result<Count> {
    let found = setup::wordpress(home).inspect_err(|error| println!("skipped: {error:#}")).ok();
    files_with(
        home,
        share,
        "tests/portals",
        |_| true,
        |node| {
            if let Some(packages) = found {
                node.env("MC_WORDPRESS", packages);
            }
        },
    )
}

fn is_kill_loop(name: &str) -> bool {
    name.contains("kill")
}

/// The tests start and stop servers themselves; they learn from the environment what to start.
fn files(home: &Home, share: &Share, folder: &str, wanted: impl Fn(&str) -> bool) -> Result<Count> {
    files_with(home, share, folder, wanted, |_| {})
}

/// `prepare` adds variables.
fn files_with(
    home: &Home,
    share: &Share,
    folder: &str,
    wanted: impl Fn(&str) -> bool,
    prepare: impl FnOnce(&mut Command),
) -> Result<Count> {
    let chromium = setup::chromium(home)?;
    setup::node_modules(home, "tests")?;
    let binary = {
        let _lock = home.lock()?;
        build::page(home, Kind::Release)?;
        build::site(home)?
    };
    node::run(home, folder, wanted, |node| {
        share.set(node);
        prepare(node);
        node.env("CHROMIUM", chromium)
            .env("MC_BIN", binary)
            .env("MC_PAGE", home.page())
            .env("MC_SITE", home.root.join("public"))
            .env("MC_DIST", home.dist());
    })
}
