//! The stages, each one row.

mod browser;
mod cargo;
mod node;

use std::time::Duration;

use anyhow::Result;

use super::count::Count;
use crate::home::Home;
use crate::size::{self, Format};

/// One kind of check.
#[derive(Debug)]
pub(super) struct Stage {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) run: fn(&Home) -> Result<Count>,
}

/// Nothing here may hang for ever.
const LIMIT: Duration = Duration::from_mins(30);

pub(super) const STAGES: [Stage; 7] = [
    Stage { name: "format", what: "rustfmt", run: cargo::format },
    Stage { name: "lints", what: "clippy, a warning is an error", run: cargo::lints },
    Stage { name: "deny", what: "licences, banned crates, sources", run: cargo::deny },
    Stage { name: "rust", what: "unit, property and invariant tests", run: cargo::tests },
    Stage { name: "unit", what: "scripts without a browser", run: node::unit },
    Stage { name: "browser", what: "the product in a real Chromium", run: browser::run },
    Stage { name: "size", what: "bytes against budgets", run: sizes },
];

fn sizes(home: &Home) -> Result<Count> {
    size::run(home, Format::Table)?;
    Ok(Count::ONE)
}
