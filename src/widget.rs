//! Pieces that several screens use.

mod button;
mod keeping;
mod load;

pub(crate) use button::{button, link, quiet};
pub(crate) use keeping::{keeping_line, told};
pub(crate) use load::{Waiting, waiting};
