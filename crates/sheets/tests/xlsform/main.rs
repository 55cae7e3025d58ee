//! Surveys that are written in Excel.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod bad;
mod banks;
mod forms;
mod fuzz;
mod pyxform;
mod same;
mod shown;

use std::path::PathBuf;

use mot_cua_sheets::xlsform::{Finding, Kind, Survey, read};

/// A file beside these tests.
fn here(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/xlsform").join(name)
}

fn markdown(text: &str) -> Result<Survey, Vec<Finding>> {
    read(Kind::Markdown, text.as_bytes())
}
