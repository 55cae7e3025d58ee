//! Figures as pages: the leader's, to look at and to print, and what everybody may see.
//!
//! Look first, read after: every drawing stands by the table of its numbers. One file, no script, no other host; its one style sheet
//! is named by its hash in the page's own policy.

mod bars;
mod frame;
mod leader;
mod line;
mod number;
mod words;

pub use leader::leader;

use crate::html::escape;

#[cfg(test)]
mod tests;
