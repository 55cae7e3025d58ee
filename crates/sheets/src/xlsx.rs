//! XLSX: answers on one sheet (more where Excel's rows run out), the code book on the second.

use std::fmt;
use std::fs::File;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::cell::Cell;
use crate::codebook::Codebook;
use crate::harmless;
use crate::table::{Error, Table, Written};

mod long;
mod value;

/// Rows of a sheet, with the heads (Microsoft, "Excel specifications and limits").
pub const MOST_ROWS: u32 = 1_048_576;
/// Columns of a sheet.
pub const MOST_COLUMNS: usize = 16_384;
/// UTF-16 units of a cell's text.
pub const MOST_UNITS: usize = 32_767;

/// From here on the workbook is a ZIP64 file, which not every reader but Excel knows: a plain one fails beyond 4 GiB.
const PLAIN_ZIP: u64 = 2 << 30;

const ANSWERS: &str = "Trả lời";
const CODEBOOK: &str = "Bảng mã";
const LONG: &str = "Văn bản dài";
/// What closes a text that goes on there.
const GOES_ON: &str = " … → Văn bản dài";

/// A workbook whose rows wait in a file, not in memory.
pub struct Xlsx {
    book: Workbook,
    out: File,
    heads: Vec<String>,
    looks: Looks,
    /// Rows of a sheet, with the heads.
    most_rows: u32,
    answers: Place,
    /// `None` until the first long text.
    long: Option<Place>,
    /// About as much XML as the cells are.
    bytes: u64,
    written: Written,
}

/// A sheet, and the next row to write in it.
#[derive(Debug, Clone, Copy)]
struct Place {
    sheet: usize,
    row: u32,
}

#[derive(Debug)]
struct Looks {
    head: Format,
    time: Format,
}

impl Xlsx {
    /// Creates the file and writes the heads and the code book. Rows wait in unnamed files in the same folder.
    ///
    /// # Errors
    /// [`Error`].
    pub fn begin(path: &Path, heads: Vec<String>, codebook: &Codebook) -> Result<Self, Error> {
        Self::with_rows(path, heads, codebook, MOST_ROWS)
    }

    fn with_rows(path: &Path, heads: Vec<String>, codebook: &Codebook, most: u32) -> Result<Self, Error> {
        if heads.len() > MOST_COLUMNS {
            return Err(Error::TooManyColumns(heads.len()));
        }
        let out = File::create(path)?;
        let mut book = Workbook::new();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        book.set_tempdir(folder.unwrap_or(Path::new(".")))?;
        let head = Format::new().set_bold();
        // Vietnam's time, as the column says nothing else.
        let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        let mut this = Self {
            book,
            out,
            heads,
            looks: Looks { head, time },
            most_rows: most,
            answers: Place { sheet: 0, row: 0 },
            long: None,
            bytes: 0,
            written: Written::default(),
        };
        this.next_sheet()?;
        this.codebook(codebook)?;
        Ok(this)
    }

    /// Goes on with a new sheet of answers.
    fn next_sheet(&mut self) -> Result<(), Error> {
        let heads = self.heads.clone();
        self.answers = self.open(ANSWERS, &heads)?;
        Ok(())
    }

    fn codebook(&mut self, codebook: &Codebook) -> Result<(), Error> {
        let mut place = self.open(CODEBOOK, &codebook.heads())?;
        for cells in codebook.rows() {
            self.write_row(place, cells)?;
            place.row += 1;
        }
        Ok(())
    }

    /// A new sheet with its heads: "Trả lời", then "Trả lời 2".
    fn open(&mut self, name: &str, heads: &[String]) -> Result<Place, Error> {
        let sheet = self.book.worksheets().len();
        let like = self.book.worksheets().iter().filter(|sheet| sheet.name().starts_with(name)).count();
        let name = if like == 0 { name.to_owned() } else { format!("{name} {}", like + 1) };
        let new = self.book.add_worksheet_with_constant_memory()?;
        new.set_name(name)?.set_freeze_panes(1, 0)?;
        for (column, head) in (0..).zip(heads) {
            // A head longer than a cell is no name that anyone reads: cut without a word.
            let head = long::pieces(head).next().unwrap_or_default();
            new.write_string_with_format(0, column, harmless::cell(head), &self.looks.head)?;
        }
        Ok(Place { sheet, row: 1 })
    }

    fn write_row(&mut self, place: Place, cells: Vec<Cell>) -> Result<(), Error> {
        for (column, cell) in (0..).zip(cells) {
            self.bytes += cell.bytes();
            match cell {
                Cell::Text(text) | Cell::Time(text) if long::is_long(&text) => {
                    self.write_long(place, column, &text)?;
                }
                cell => value::write(
                    self.book.worksheet_from_index(place.sheet)?,
                    place.row,
                    column,
                    cell,
                    &self.looks,
                )?,
            }
        }
        Ok(())
    }
}

impl Table for Xlsx {
    fn row(&mut self, cells: Vec<Cell>) -> Result<(), Error> {
        if self.answers.row >= self.most_rows {
            self.next_sheet()?;
        }
        self.write_row(self.answers, cells)?;
        self.answers.row += 1;
        self.written.rows += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Written, Error> {
        self.book.use_zip_large_file(self.bytes > PLAIN_ZIP);
        self.book.save_to_writer(&self.out)?;
        self.out.sync_all()?;
        Ok(self.written)
    }
}

impl fmt::Debug for Xlsx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Xlsx").field("written", &self.written).finish_non_exhaustive()
    }
}

fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    // A string is never taken for a formula or a link; the apostrophe is for whoever saves the sheet as CSV.
    sheet.write_string(row, column, harmless::cell(text)).map(drop)
}

#[cfg(test)]
mod tests;
