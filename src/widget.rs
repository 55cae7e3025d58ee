//! Pieces that several screens use.

mod button;
mod delete;
mod keeping;
mod load;
mod place;
mod reminder;

#[cfg(feature = "more")]
pub(crate) use button::quiet;
pub(crate) use button::{back_to, button, link, link_to, quiet_to};
pub(crate) use delete::delete;
pub(crate) use keeping::{keeping_line, state, told};
pub(crate) use load::{Waiting, waiting};
pub(crate) use place::place_line;
pub(crate) use reminder::reminder;
