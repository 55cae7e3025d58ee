//! `XLSForm` ⇄ SurveyJS JSON: surveys that are written in Excel.
//!
//! It reads the subset that docs/surveys-in-excel.md describes, from `.xlsx`, `.csv` and `.md`, and writes it. What a sheet cannot
//! say stands in the column `cs_json`, as members that are laid over the question: nothing is lost. It is not for answers.

pub(crate) mod book;
#[cfg(test)]
mod documented;
pub(crate) mod finding;
mod formula;
mod heads;
pub(crate) mod language;
mod names;
mod read;
mod row;
mod write;

pub use book::{Book, Kind, MOST_BYTES};
pub use finding::{Code, Finding, Gravity, Lang, Place, Said};
pub use read::{Survey, read};
pub use write::write;
