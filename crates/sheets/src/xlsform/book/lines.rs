//! Text files: the sheet's name in the first column, its rows below with that column empty. A file without such a name is the
//! survey sheet alone.

use super::super::finding::Found;
use super::Book;

pub(super) fn sheets(lines: impl Iterator<Item = (usize, Vec<String>)>, found: &mut Found) -> Book {
    let mut book = Book::default();
    let mut current: Option<String> = None;
    let mut known = Vec::new();
    for (number, mut cells) in lines {
        let first = cells.first().map(|cell| cell.trim().to_owned()).unwrap_or_default();
        if !first.is_empty() && cells.iter().skip(1).all(|cell| cell.trim().is_empty()) {
            if let Some(sheet) = book.sheet(&first) {
                sheet.name.clone_from(&first);
            }
            known.push(first.clone());
            current = Some(first);
            continue;
        }
        let Some(name) = &current else {
            "survey".clone_into(&mut book.survey.name);
            if !book.survey.push(number, cells, found) {
                return book;
            }
            continue;
        };
        let Some(sheet) = book.sheet(name) else { continue };
        // The first cell stays, empty, so that columns are called as in the file.
        if let Some(first) = cells.first_mut() {
            first.clear();
        }
        if !sheet.push(number, cells, found) {
            return book;
        }
    }
    book.complete(&known, found)
}

/// The text, without its mark.
pub(super) fn text<'a>(bytes: &'a [u8], found: &mut Found) -> Option<&'a str> {
    let text = std::str::from_utf8(bytes).ok();
    if text.is_none() {
        found.add(super::Code::NotUtf8, super::Place::default(), &[]);
    }
    text.map(|text| text.strip_prefix('\u{feff}').unwrap_or(text))
}
