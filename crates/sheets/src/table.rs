//! A table that is being written.

use std::io;

use crate::cell::Cell;

/// Where rows go, one after the other.
pub trait Table {
    /// Appends one row, in the order of the heads.
    ///
    /// # Errors
    /// [`Error`]; the table is then of no use.
    fn row(&mut self, cells: Vec<Cell>) -> Result<(), Error>;

    /// Writes what is left and closes the table.
    ///
    /// # Errors
    /// [`Error`].
    fn finish(self: Box<Self>) -> Result<Written, Error>;
}

/// What came out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Without the heads.
    pub rows: u64,
    /// Texts longer than a cell of Excel can hold ([`crate::MOST_UNITS`]).
    pub long_texts: u64,
}

/// Why a table cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{0}")]
    Output(#[from] io::Error),
    #[error("{0} columns, and Excel takes {most}: export one survey at a time with --survey, or use csv", most = crate::MOST_COLUMNS)]
    TooManyColumns(usize),
    #[error("{0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl From<csv::Error> for Error {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Output(error),
            other => Self::Output(io::Error::other(format!("{other:?}"))),
        }
    }
}
