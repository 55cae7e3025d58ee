//! Survey definitions: what is asked, what may be answered, what is wrong in a designer's file.
//!
//! It reads SurveyJS JSON. It is not for showing questions (the page), keeping answers (`mot-cua-outbox`) or storing them
//! (`mot-cua-collector`). Pure: no I/O, no clock, no randomness, no panic on any input. Out of it come codes; the words of
//! [`lint`] are for designers and are never called by the page.
#![forbid(unsafe_code)]

pub mod change;
mod definition;
pub mod expression;
pub mod figures;
mod form;
mod letters;
pub mod lint;
pub mod locked;
pub mod markup;
mod member;
pub mod model;
pub mod pattern;
pub mod question;
pub mod score;
pub mod session;
mod validate;

pub use definition::{Definition, MOST_BYTES, MOST_QUESTIONS, Page};
pub use question::{Kind, Question};
pub use validate::{Done, Fault, FaultCode};

/// Field names of a plain form post that say where an answer comes from; no question may be called so.
pub const RESERVED: [&str; 8] = ["survey", "unit", "counter", "field", "procedure", "lang", "id", "rev"];
