//! What a change does to a definition. Pure: a definition goes in, another comes out.
//!
//! What this version of the editor has no field for stays as it is, member by member.

pub(crate) mod choices;
pub(crate) mod condition;
pub(crate) mod fresh;
pub(crate) mod history;
pub(crate) mod place;
mod rename;
pub(crate) mod text;

pub(crate) use history::{History, Step};
pub(crate) use place::{At, Survey};
