//! CSV as Excel reads it: RFC 4180, UTF-8 with its mark.

use std::fmt;
use std::io::Write;

use crate::cell::Cell;
use crate::harmless;
use crate::table::{Error, Table, Written};
use crate::xlsx::MOST_UNITS;

/// Without it Excel takes UTF-8 for the machine's old code page.
const MARK: &str = "\u{feff}";

/// A comma-separated file.
pub struct Csv<W: Write> {
    lines: csv::Writer<W>,
    written: Written,
}

impl<W: Write> Csv<W> {
    /// Writes the mark and the heads.
    ///
    /// # Errors
    /// [`Error`].
    pub fn begin(mut out: W, heads: &[String]) -> Result<Self, Error> {
        out.write_all(MARK.as_bytes())?;
        let mut lines = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        lines.write_record(heads.iter().map(|head| harmless::field(head).into_owned()))?;
        Ok(Self { lines, written: Written::default() })
    }
}

impl<W: Write> Table for Csv<W> {
    fn row(&mut self, cells: Vec<Cell>) -> Result<(), Error> {
        for cell in cells {
            match cell {
                Cell::Empty => self.lines.write_field("")?,
                Cell::Number(number) => self.lines.write_field(number.to_string())?,
                Cell::Flag(yes) => self.lines.write_field(yes.to_string())?,
                Cell::Text(text) | Cell::Time(text) => {
                    self.written.long_texts += u64::from(is_long(&text));
                    self.lines.write_field(harmless::field(&text).as_bytes())?;
                }
            }
        }
        // Ends the line.
        self.lines.write_record(None::<&[u8]>)?;
        self.written.rows += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Written, Error> {
        self.lines.flush()?;
        Ok(self.written)
    }
}

impl<W: Write> fmt::Debug for Csv<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Csv").field("written", &self.written).finish_non_exhaustive()
    }
}

fn is_long(text: &str) -> bool {
    text.len() > MOST_UNITS && text.encode_utf16().count() > MOST_UNITS
}
