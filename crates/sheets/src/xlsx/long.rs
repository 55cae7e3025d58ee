//! Texts that no cell can hold: cut where they stand, whole on a sheet of their own.

use super::{GOES_ON, LONG, MOST_UNITS, Place, Xlsx, write_text};
use crate::table::Error;

impl Xlsx {
    /// The beginning in its cell, and all of it, piece by piece, on the sheet of long texts.
    pub(super) fn write_long(&mut self, place: Place, column: u16, text: &str) -> Result<(), Error> {
        self.written.long_texts += 1;
        let beginning: String = pieces(text).next().into_iter().collect();
        let room = MOST_UNITS - 1 - GOES_ON.encode_utf16().count();
        let beginning = [cut(&beginning, room).0, GOES_ON].concat();
        let sheet = self.book.worksheet_from_index(place.sheet)?;
        write_text(sheet, place.row, column, &beginning)?;
        let name = sheet.name();
        let cell = rust_xlsxwriter::utility::row_col_to_cell(place.row, column);
        for (number, piece) in (1_u32..).zip(pieces(text)) {
            let mut to = match self.long {
                Some(place) if place.row < self.most_rows => place,
                _ => self.open(LONG, &["sheet", "cell", "part", "text"].map(str::to_owned))?,
            };
            let sheet = self.book.worksheet_from_index(to.sheet)?;
            write_text(sheet, to.row, 0, &name)?;
            write_text(sheet, to.row, 1, &cell)?;
            sheet.write_number(to.row, 2, number)?;
            write_text(sheet, to.row, 3, piece)?;
            to.row += 1;
            self.long = Some(to);
        }
        Ok(())
    }
}

pub(super) fn is_long(text: &str) -> bool {
    text.len() >= MOST_UNITS && text.encode_utf16().count() >= MOST_UNITS
}

/// The text in parts that fit into a cell behind an apostrophe.
pub(super) fn pieces(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (piece, rest) = cut(text, MOST_UNITS - 1);
        text = rest;
        Some(piece).filter(|piece| !piece.is_empty())
    })
}

/// As much as `units` UTF-16 units hold, and the rest.
fn cut(text: &str, units: usize) -> (&str, &str) {
    let mut left = units;
    let end = text.char_indices().find_map(|(at, c)| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            None
        }
        None => Some(at),
    });
    text.split_at(end.unwrap_or(text.len()))
}
