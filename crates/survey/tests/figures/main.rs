//! The figures: against a computation in another language, and what holds of any answers.
#![allow(clippy::unwrap_used)]

mod answers;
mod bad;
mod kinds;
mod properties;
mod python;
mod telling;
