//! The stages, each one row.

mod backends;
mod browser;
mod cargo;
mod codes;
mod node;
mod share;

use std::time::Duration;

use anyhow::Result;

use self::share::Full::{Both, LongOnly};
pub(super) use self::share::{Full, Share};
use super::count::Count;
use crate::home::Home;
use crate::size::{self, Format};

/// One kind of check.
#[derive(Debug)]
pub(super) struct Stage {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) run: fn(&Home, &Share) -> Result<Count>,
    pub(super) share: Full,
}

impl Stage {
    pub(super) fn is_in_ci(&self) -> bool {
        matches!(self.share, Both)
    }
}

/// Nothing here may hang for ever.
const LIMIT: Duration = Duration::from_mins(30);

pub(super) const STAGES: [Stage; 15] = [
    Stage { name: "format", what: "rustfmt", run: cargo::format, share: Both },
    Stage { name: "lints", what: "clippy, a warning is an error", run: cargo::lints, share: Both },
    Stage { name: "deny", what: "licences, banned crates, sources", run: cargo::deny, share: Both },
    Stage { name: "rust", what: "unit, property and invariant tests", run: cargo::tests, share: Both },
    Stage { name: "unit", what: "scripts without a browser", run: node::unit, share: Both },
    Stage { name: "browser", what: "the product in a real Chromium", run: browser::run, share: Both },
    Stage {
        name: "faults",
        what: "everything that goes wrong on the way",
        run: browser::faults,
        share: Both,
    },
    Stage {
        name: "backends",
        what: "adapters against backends that others wrote",
        run: backends::run,
        share: Both,
    },
    Stage { name: "codes", what: "printed codes, read by three decoders", run: codes::run, share: Both },
    Stage { name: "size", what: "bytes against budgets", run: sizes, share: Both },
    Stage {
        name: "simulator",
        what: "a million seeded schedules of the outbox",
        run: cargo::simulator,
        share: LongOnly { counter: "MC_SCHEDULES", each: 50_000, pieces: 20 },
    },
    Stage {
        name: "kills",
        what: "the collector killed under load",
        run: cargo::kills,
        share: LongOnly { counter: "MC_KILLS", each: 50, pieces: 4 },
    },
    Stage {
        name: "browser-kills",
        what: "Chromium killed while an answer is kept and sent",
        run: browser::kills,
        share: LongOnly { counter: "MC_BROWSER_KILLS", each: 50, pieces: 4 },
    },
    Stage {
        name: "many-codes",
        what: "a thousand printed codes as PNG, PDF and SVG",
        run: codes::run,
        share: LongOnly { counter: "MC_CODES", each: 250, pieces: 4 },
    },
    Stage {
        name: "portals",
        what: "the tags in a real WordPress",
        run: browser::portals,
        share: LongOnly { counter: "MC_PORTALS", each: 1, pieces: 1 },
    },
];

fn sizes(home: &Home, _: &Share) -> Result<Count> {
    size::run(home, Format::Table)?;
    Ok(Count::ONE)
}
