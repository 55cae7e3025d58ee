//! Posters, table tents and stickers that carry a code, and reports: as data, then as pages, then as PDF, SVG or PNG.
//!
//! A [`Poster`] says what stands on one piece of paper; [`pages`] lays posters out; [`pdf`], [`svg`] and [`png`] draw the
//! pages; [`proof`] reads every code of a page again, from the picture, before anyone prints it. A [`Job`] does all of it for a
//! list of places, in the words of a [`Wording`]. A [`document`] is running text and tables. Pure: no I/O, no clock, no randomness, so the same posters are the same bytes
//! on every machine, and in a browser.
#![forbid(unsafe_code)]
#![allow(
    clippy::many_single_char_names,
    reason = "x, y, and the six numbers of a curve or a matrix, are called so everywhere"
)]

mod batch;
pub mod document;
mod font;
mod ink;
mod logo;
mod out;
mod page;
mod poster;
mod proof;
mod shape;
mod sheet;
mod text;

pub use batch::{Entry, Job, Made, NotWords, Packs, Refused, WORDS, Wording, by_unit};
pub use font::{Fonts, NoFont};
pub use logo::{Logo, NoLogo};
pub use out::{Binder, pdf, png, svg};
pub use page::{Page, Printed};
pub use poster::{Letters, Lines, Part, Poster, Words, Wrong};
pub use proof::{Unread, proof};
pub use sheet::{Begin, Sheet, begin, pages};
