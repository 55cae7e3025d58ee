//! Typed values from JSON for the page, in as little code as possible.
//!
//! serde's derive writes a reader of its own for every type: strict, and able to name line and column. That is what
//! native code uses (the collector, the command line, `mot-cua check`). In the page those readers were a quarter of all
//! bytes. There [`parse`] reads the text once, and this module picks typed values out of the tree. It reads what `mot-cua build` has checked, or what this page wrote: it says yes or no, never where and why, and
//! passes over members that it does not know.
//!
//! A type gets both readers: the derive, and [`lean_struct!`](crate::lean_struct) or [`lean_enum!`](crate::lean_enum)
//! beside it. Each crate's `tests/lean.rs` proves that they agree. Of `null` and absent members this reader makes no
//! difference: an absent list or map is empty, an absent flag is off, an absent `Option` is `None`; an absent text, number
//! or word is a failure, unless its type names a default.

mod decimal;
mod members;
mod parse;
mod shapes;
mod values;
mod write;

use serde_json::Value;

pub use decimal::{number, shortest};
pub use members::Members;
pub use parse::parse;
pub use values::word;
pub use write::{Writer, write, write_map};

/// What can be picked out of a [`Value`].
pub trait FromJson {
    /// What [`FromJson::fill`] starts from; of no meaning by itself.
    fn blank() -> Self
    where
        Self: Sized;

    /// Overwrites a blank with what `value` says. `false`: it says something else; what is in `self` then is of no use.
    ///
    /// In place, so that structs are neither moved nor dropped half-made: that is most of what a reader weighs.
    fn fill(&mut self, value: &Value) -> bool;

    /// `None`: `value` is something else.
    fn from_json(value: &Value) -> Option<Self>
    where
        Self: Sized,
    {
        let mut it = Self::blank();
        it.fill(value).then_some(it)
    }
}

/// JSON text to a typed value. `None`: not JSON, or something else.
pub fn read<T: FromJson>(json: &str) -> Option<T> {
    T::from_json(&parse(json)?)
}
