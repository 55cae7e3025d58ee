//! Administrative procedures: the record, Vietnamese folding, the index and its ranking, the import of national records.
//!
//! Pure: text in, values out. Show what is there, flag what is doubtful, invent nothing.
#![forbid(unsafe_code)]

pub mod model;

pub use model::Procedure;
