//! The released page, served by the released binary, in Chromium.

use anyhow::Result;

use super::node;
use crate::build::{self, Kind};
use crate::home::Home;
use crate::setup;
use crate::test::count::Count;

/// The tests start and stop servers themselves; they learn from the environment what to start.
pub(super) fn run(home: &Home) -> Result<Count> {
    let chromium = setup::chromium(home)?;
    setup::node_modules(home, "tests")?;
    let binary = {
        let _lock = home.lock()?;
        build::page(home, Kind::Release)?;
        build::site(home)?
    };
    node::run(home, "tests/browser", |node| {
        node.env("CHROMIUM", chromium)
            .env("MC_BIN", binary)
            .env("MC_PAGE", home.page())
            .env("MC_SITE", home.root.join("public"))
            .env("MC_DIST", home.dist());
    })
}
