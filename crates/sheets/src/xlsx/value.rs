//! One cell, with the type that Excel knows.

use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};
use serde_json::Number;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use time::macros::offset;

use super::{Looks, write_text};
use crate::cell::Cell;

/// Excel keeps fifteen digits; a longer whole number stays text.
const MOST_EXACT: u64 = 999_999_999_999_999;

pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => Ok(()),
        Cell::Flag(yes) => sheet.write_boolean(row, column, yes).map(drop),
        Cell::Text(text) => write_text(sheet, row, column, &text),
        Cell::Number(number) => match exact(&number) {
            Some(number) => sheet.write_number(row, column, number).map(drop),
            None => write_text(sheet, row, column, &number.to_string()),
        },
        Cell::Time(text) => match in_vietnam(&text) {
            Some(time) => sheet.write_datetime_with_format(row, column, time, &looks.time).map(drop),
            None => write_text(sheet, row, column, &text),
        },
    }
}

fn exact(number: &Number) -> Option<f64> {
    let whole = number.as_i64().map(i64::unsigned_abs).or(number.as_u64());
    number.as_f64().filter(|_| whole.is_none_or(|whole| whole <= MOST_EXACT))
}

/// Excel's times have no zone: all of them are Vietnam's. `None`: no time, or before 1900.
fn in_vietnam(rfc3339: &str) -> Option<ExcelDateTime> {
    let time = OffsetDateTime::parse(rfc3339, &Rfc3339).ok()?.checked_to_offset(offset!(+7))?;
    let year = u16::try_from(time.year()).ok().filter(|year| *year >= 1900)?;
    let date = ExcelDateTime::from_ymd(year, time.month().into(), time.day()).ok()?;
    date.and_hms(time.hour().into(), time.minute(), time.second()).ok()
}
