//! One file per question type, named as its model in `crates/survey`: six in the small page, all in the full one.

#[cfg(not(feature = "full"))]
mod core;
#[cfg(feature = "full")]
mod full;

#[cfg(not(feature = "full"))]
pub(crate) use core::{Asked, view};
#[cfg(feature = "full")]
pub(crate) use full::{Asked, day, line, rich, view};
