//! Figures as pages: the leader's, to look at and to print, and what everybody may see.
//!
//! Look first, read after: every drawing stands by the table of its numbers. One file, no other host; its one style sheet is named by
//! its hash in the page's own policy, and so is the one script there is: a public page in a portal's frame says how tall it is.

mod bars;
mod body;
mod door;
mod frame;
mod inbox;
mod leader;
mod line;
mod nav;
mod number;
mod open;
mod publication;
mod receipt;
mod replies;
mod said;
mod snapshot;
mod telling;
mod tv;
mod voices;
mod words;

pub use body::Body;
pub use door::{Door, door};
pub use frame::hashes;
pub use inbox::{Item, inbox};
pub use leader::leader;
pub use nav::Links;
pub use open::{Told, open};
pub use publication::{Cells, Publication, Ratings};
pub use receipt::{Asked, receipt};
pub use replies::replies;
pub use said::Facts;
pub use snapshot::{Snapshot, Stop, snapshot};
pub use telling::Telling;
pub use tv::tv;
pub use voices::{MOST, Voice, Voices};

use crate::html::escape;

#[cfg(test)]
mod tests;
