//! Tables in Markdown, as `pyxform` reads them: `| survey |`, then rows with an empty first cell. `\|` is a bar.

use super::super::finding::Found;
use super::{Book, lines};

pub(super) fn read(bytes: &[u8], found: &mut Found) -> Book {
    let Some(text) = lines::text(bytes, found) else { return Book::default() };
    let rows = text.lines().enumerate().filter_map(|(at, line)| Some((at + 1, cells(line)?)));
    lines::sheets(rows, found)
}

/// `None`: no row of a table, or the line of dashes below its head.
fn cells(line: &str) -> Option<Vec<String>> {
    let inside = line.trim().strip_prefix('|')?;
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    let marked = inside.replace("\\|", "\u{1}");
    let cells: Vec<String> = marked.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect();
    let rule =
        cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|sign| matches!(sign, '-' | ':')));
    (!rule).then_some(cells)
}
