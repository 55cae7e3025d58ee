//! XLSX, read cell by cell: a table from the first to the last cell would be terabytes where one stands at XFD1048576.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xlsx, XlsxError};

use super::super::finding::{Code, Found, Place, letters};
use super::{Book, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Sheet, envelope};

/// The row and column counts up to which cells are taken; [`Sheet::push`] counts what is really there.
const FURTHEST_ROW: usize = 10 * MOST_ROWS;

pub(super) fn read(bytes: &[u8], found: &mut Found) -> Book {
    safely(bytes, found, sheets)
}

/// The first sheet, whatever it is called.
pub(super) fn first(bytes: &[u8], found: &mut Found) -> Sheet {
    safely(bytes, found, |bytes, found| {
        let mut workbook = Xlsx::new(Cursor::new(bytes))?;
        let name = workbook.sheet_names().into_iter().next().unwrap_or_default();
        let mut sheet = Sheet { name, ..Sheet::default() };
        cells(&mut workbook, &mut sheet, found)?;
        Ok(sheet)
    })
}

fn safely<T: Default>(
    bytes: &[u8],
    found: &mut Found,
    read: fn(&[u8], &mut Found) -> Result<T, XlsxError>,
) -> T {
    if let Err(code) = envelope::check(bytes) {
        let about =
            [("bytes", &*bytes.len().to_string()), ("most", &*MOST_BYTES.to_string()), ("value", "zip")];
        found.add(code, Place::default(), &about);
        return T::default();
    }
    read(bytes, found).unwrap_or_else(|error| {
        let code = if matches!(error, XlsxError::Password) { Code::Encrypted } else { Code::BrokenWorkbook };
        found.add(code, Place::default(), &[("value", &error.to_string())]);
        T::default()
    })
}

fn sheets(bytes: &[u8], found: &mut Found) -> Result<Book, XlsxError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    let mut book = Book::default();
    for name in &names {
        let Some(sheet) = book.sheet(name) else { continue };
        for region in workbook.merge_cells_by_sheet_name(name)? {
            let corner =
                |(row, column): (u32, u32)| format!("{}{}", letters(column as usize), u64::from(row) + 1);
            let value = format!("{}:{}", corner(region.start), corner(region.end));
            found.add(Code::MergedCells, Place::sheet(name), &[("value", &value)]);
        }
        sheet.name.clone_from(name);
        cells(&mut workbook, sheet, found)?;
    }
    Ok(book.complete(&names, found))
}

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &mut Sheet, found: &mut Found) -> Result<(), XlsxError> {
    let name = sheet.name.clone();
    let mut reader = book.worksheet_cells_reader(&name)?;
    let mut at = 0;
    let mut line: Vec<String> = Vec::new();
    while let Some(one) = reader.next_cell_with_formula()? {
        let (row, column) = (one.pos.0 as usize, one.pos.1 as usize);
        if matches!(one.value, DataRef::Empty) && one.formula.is_none() {
            continue;
        }
        let too_many = if row >= FURTHEST_ROW {
            Some((Code::TooManyRows, MOST_ROWS))
        } else if column >= MOST_COLUMNS {
            Some((Code::TooManyColumns, MOST_COLUMNS))
        } else {
            None
        };
        if let Some((code, most)) = too_many {
            found.add(code, Place::sheet(&name), &[("most", &most.to_string())]);
            return Ok(());
        }
        let place = || Place::cell(&name, row + 1, column, "");
        if let Some(formula) = &one.formula {
            found.add(Code::FormulaCell, place(), &[("value", formula)]);
        } else if let DataRef::Error(error) = &one.value {
            found.add(Code::ErrorCell, place(), &[("value", &error.to_string())]);
        }
        if row != at && !sheet.push(at + 1, std::mem::take(&mut line), found) {
            return Ok(());
        }
        at = row;
        line.resize(line.len().max(column + 1), String::new());
        if let Some(cell) = line.get_mut(column) {
            *cell = text(&one.value);
        }
    }
    sheet.push(at + 1, line, found);
    Ok(())
}

/// As people read it: whole numbers without a point, dates as `2026-01-31`.
fn text(value: &DataRef) -> String {
    match value {
        DataRef::DateTime(when) if when.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = when.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if hour == 0 && minute == 0 && second == 0 {
                date
            } else {
                format!("{date}T{hour:02}:{minute:02}")
            }
        }
        DataRef::Bool(yes) => yes.to_string(),
        other => Data::from(other.clone()).to_string(),
    }
}
