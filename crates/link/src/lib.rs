//! What a printed code says: place links, visit tokens, and their drawing.
//!
//! The grammar is published in `docs/link.md` and frozen: posters hang for years. Pure: no I/O, no clock, no panic on any
//! input. Whether a place exists is the business of whoever holds `site.json`.
#![forbid(unsafe_code)]

pub mod draw;
mod part;
mod read;
pub mod visit;
mod write;

pub use read::{Code, Notice, Read, read};
pub use write::{url, write};
