//! The figures of a month: counts of answers by place, and the shares, factors and indices that follow from them.
//!
//! ```text
//! Book      what the definitions measure: which versions may be compared, which counters each question needs
//! Revisions which of several revisions counts, and in which month        first pass
//! Figures   one answer after the other into counters by place and month  second pass
//! Report …  shares with their intervals, trends, ranks, what may be told: all computed from those counters
//! ```
//! Memory grows with places and months, never with answers. The page calls nothing of this.

mod book;
mod change;
mod column;
mod dossiers;
mod group;
mod month;
mod people;
mod questions;
mod rank;
mod revisions;
mod rollup;
mod series;
mod share;
mod tally;
mod tell;

pub use book::Book;
pub use change::{Change, Point};
pub use column::{Column, Shape};
pub use dossiers::Dossiers;
pub use group::{Came, Group, Tier};
pub use month::{MONTHS, Month};
pub use people::{Answered, Doubts, Figures};
pub use rank::{Rank, ranks};
pub use revisions::Revisions;
pub use rollup::{FEW, RolledUp, roll_up};
pub use series::{Measure, Series};
pub use share::{Figure, Interval, Share};
pub use tally::Tally;
pub use tell::{Told, tell};
