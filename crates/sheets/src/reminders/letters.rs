//! The list as a workbook: empty, to be filled in, and filled in, for Word's mail merge.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{Made, TEMPLATE};
use crate::harmless;
use crate::table::Error;

/// Columns of the mail merge, behind the clerk's own.
const ADDED: [&str; 2] = ["liên kết", "ảnh mã QR"];
const WIDTH: f64 = 24.0;

/// An empty list with one row that shows how: the bytes of a workbook.
///
/// # Errors
/// [`Error`].
pub fn template() -> Result<Vec<u8>, Error> {
    let [heads, example] = TEMPLATE;
    let rows = std::iter::once(example.map(str::to_owned).to_vec());
    Ok(write(heads.map(str::to_owned).to_vec(), rows)?)
}

/// The clerk's own columns, and the link and the picture of each row's code.
///
/// # Errors
/// [`Error`].
pub fn letters(heads: &[String], made: &[Made]) -> Result<Vec<u8>, Error> {
    let all = heads.iter().cloned().chain(ADDED.map(str::to_owned)).collect();
    let width = heads.len();
    let rows = made.iter().map(|one| {
        let mut cells = one.line.cells.clone();
        cells.resize(width, String::new());
        cells.extend([one.link.clone(), one.picture.clone()]);
        cells
    });
    Ok(write(all, rows)?)
}

pub(crate) fn write(
    heads: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    // Text: Excel would make 1,002755 of a code, and its own day of a day.
    let (text, head) = (Format::new().set_num_format("@"), Format::new().set_bold().set_num_format("@"));
    for (column, name) in (0..).zip(&heads) {
        sheet.set_column_width(column, WIDTH)?.set_column_format(column, &text)?;
        sheet.write_string_with_format(0, column, harmless::cell(name), &head)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(&cells) {
            sheet.write_string_with_format(row, column, harmless::cell(cell), &text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}
