//! Answers as tables for people: CSV and XLSX, one row an answer, and the code book that explains the columns.
//!
//! And the other way round: surveys that a designer writes in Excel ([`xlsform`]).
//!
//! [`judge`] and [`difference`] say in words what the engine finds in a survey; [`reminders`] makes calendars and cards of a list.
//!
//! It streams: of the answers only the row at hand is in memory. It is not for reading the database (`mot-cua-collector`)
//! nor for JSON lines (`mot-cua export`). What the columns mean is said in docs/data.md.
#![forbid(unsafe_code)]

mod answer;
mod archive;
mod cell;
pub mod codebook;
mod comma;
pub mod difference;
pub mod dossiers;
mod fixed;
pub mod harmless;
mod heads;
pub mod inbox;
pub mod judge;
mod layout;
pub mod places;
pub mod promises;
pub mod reminders;
pub mod report;
mod seen;
mod table;
pub mod xlsform;
mod xlsx;

pub use answer::Answer;
pub use archive::Archive;
pub use cell::Cell;
pub use comma::Csv;
pub use layout::Layout;
pub use seen::Seen;
pub use table::{Error, Table, Written};
pub use xlsx::{MOST_COLUMNS, MOST_ROWS, MOST_UNITS, Xlsx};
