//! What is kept, sent, retried and acknowledged: a state machine without I/O.
//!
//! [`Outbox::step`] takes one [`Input`], the time and a random number, and returns the [`Output`]s that a driver has to
//! perform. There are two drivers: the browser's (`src/delivery` of the page) and the simulator's (`tests/simulator`).
//! It never reads a clock, never draws a number, and never panics on any input.
//!
//! A revision leaves only when it is acknowledged, proven to be there already, superseded by an acknowledged later one,
//! or deleted by its owner. Nothing expires.
#![forbid(unsafe_code)]

mod backoff;
mod entry;
mod erase;
mod fact;
mod input;
mod keeping;
mod lease;
mod outbox;
mod output;
mod photos;
mod queue;
mod record;
mod step;
mod told;
mod write;

pub use erase::{erase_request, judge_erase};
pub use fact::{End, FACTS_KEPT, Fact};
pub use input::{Durability, Failure, Input, Now, Outcome, Row, Taken, When};
pub use keeping::{Changes, Damaged, Keeping, PendingItem, Trouble};
pub use lease::Lease;
pub use outbox::Outbox;
pub use output::{Job, Output, Pace};
pub use photos::{Photo, PhotoInput, PhotoKeeping, PhotoOutput, Photos, judge_photo, photo_request};
pub use record::{Phase, Record};
pub use write::{Found, Write, admit, may_leave};
