//! Administrative procedures: the record, Vietnamese folding, the index and its ranking, the import of national records.
//!
//! Pure: text in, values out. Show what is there, flag what is doubtful, invent nothing.
#![forbid(unsafe_code)]

pub mod doubts;
pub mod events;
pub mod fold;
pub mod import;
pub mod index;
pub mod model;
mod number;
pub mod remind;
mod search;
pub mod slip;
pub mod ward;
pub mod words;

pub use doubts::{Doubt, DoubtCode, doubts};
pub use index::{Index, IndexError, Item, Who};
pub use model::Procedure;
pub use search::{Answer, Certainty, Filter, Highlight, Hit};
pub use words::Words;
