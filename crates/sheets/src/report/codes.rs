//! The code book: what each question asked, and what each value means.

use super::Part;
use super::sheet::{Cell, Look, Sheet};
use super::words::Words;

pub(super) fn rows(part: &Part) -> Vec<(Look, Vec<Cell>)> {
    let mut rows = Vec::new();
    for column in &part.series.columns {
        let head = [&part.series.survey, &column.question].map(|text| Cell::text(text.as_str()));
        let question = head.into_iter().chain([Cell::text(column.words(part.lang))]).collect();
        rows.push((Look::Strong, question));
        rows.extend(column.values.iter().map(|choice| {
            let blank = [Cell::Blank, Cell::Blank, Cell::Blank];
            let value = [Cell::text(choice.key()), Cell::text(choice.words(part.lang))];
            (Look::Plain, blank.into_iter().chain(value).collect())
        }));
    }
    rows
}

pub(super) fn sheet(words: &Words, rows: Vec<(Look, Vec<Cell>)>) -> Sheet {
    let mut sheet = Sheet::new("codes", words, Vec::new());
    let heads = [("survey", 16.0), ("name", 14.0), ("text", 70.0), ("code", 10.0), ("label", 34.0)];
    sheet.heads(heads.map(|(key, width)| (words.get(key), width)));
    for (look, cells) in rows {
        sheet.row(look, cells);
    }
    sheet
}
