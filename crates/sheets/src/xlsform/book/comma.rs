//! CSV, with commas or, from a Vietnamese Excel, semicolons.

use super::super::finding::Found;
use super::{Book, Line, lines};

pub(super) fn read(bytes: &[u8], found: &mut Found) -> Book {
    match lines::text(bytes, found) {
        Some(text) => lines::sheets(rows(text).into_iter(), found),
        None => Book::default(),
    }
}

/// Each with its number.
pub(super) fn rows(text: &str) -> Vec<Line> {
    let count = |sign| text.lines().take(2).map(|line| line.matches(sign).count()).sum::<usize>();
    let semicolons = count(';') > count(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if semicolons { b';' } else { b',' })
        .from_reader(text.as_bytes());
    let rows = reader.records().filter_map(Result::ok).map(|record| {
        let line = record.position().map_or(0, csv::Position::line);
        (usize::try_from(line).unwrap_or_default(), record.iter().map(str::to_owned).collect())
    });
    rows.collect()
}
