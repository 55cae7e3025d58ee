//! A sheet of the workbook as a table on paper: the same cells; share, interval and people in three columns instead of four.

use mot_cua_print::document::{Align, Column, Row, Table, Tone};
use mot_cua_sheets::report::{Cell, Column as Head, FIGURE, Look, Sheet};
use mot_cua_survey::figures::{Figure, Share};

use super::words::Words;

/// Characters: what is wider is text, and a page is narrower than a screen.
const NARROW: f64 = 16.0;
const WIDEST: f64 = 46.0;

pub(super) fn table(words: &Words, sheet: &Sheet) -> Table {
    let mut columns: Vec<Column> = sheet.columns.iter().flat_map(|head| columns(words, head)).collect();
    if sheet.key == "months" {
        // Why there is no figure stands in its place.
        columns.pop();
    }
    let rows = sheet.rows.iter().map(|(look, cells)| {
        let tone = match look {
            Look::Plain => Tone::Plain,
            Look::Strong => Tone::Strong,
        };
        let says = matches!(cells.last(), Some(Cell::Text(_)));
        let mut texts: Vec<String> = cells.iter().flat_map(|cell| texts(words, cell, says)).collect();
        // Only words may run on through the columns that are left.
        if !says {
            texts.resize(columns.len(), String::new());
        }
        Row { tone, cells: texts }
    });
    let rows = rows.collect();
    Table { columns, rows }
}

fn columns(words: &Words, head: &Head) -> Vec<Column> {
    let column = |head: &str, width: f64| Column {
        head: head.to_owned(),
        #[allow(clippy::cast_possible_truncation, reason = "some characters")]
        share: width.min(WIDEST) as f32,
        align: if width > NARROW { Align::Left } else { Align::Middle },
    };
    match head {
        Head::One(text, width) => vec![column(text, *width)],
        Head::Figure([value, _, _, n]) => {
            let [own, low, high, people] = FIGURE;
            vec![
                column(value, own),
                Column { align: Align::Middle, ..column(words.get("interval"), low + high) },
                column(n, people),
            ]
        }
    }
}

/// `says`: the row's last cell says in words why there is no figure.
fn texts(words: &Words, cell: &Cell, says: bool) -> Vec<String> {
    vec![match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => text.chars().take(8_000).collect(),
        Cell::Count(count) => words.count(*count),
        Cell::Part(share) => part(words, *share),
        Cell::Percent(value) => words.percent(*value),
        Cell::Points(points) => words.points(*points),
        Cell::Figure(Some(Figure { value, interval, n })) => {
            let interval =
                format!("{}\u{a0}–\u{a0}{}", words.percent(interval.low), words.percent(interval.high));
            return vec![words.percent(*value), interval, words.count(*n)];
        }
        Cell::Figure(None) if says => return Vec::new(),
        Cell::Figure(None) => return vec![words.get("noData").to_owned(), String::new(), String::new()],
        Cell::People(count) => return vec![String::new(), String::new(), words.count(*count)],
        Cell::Month(month) => format!("{:02}/{}", month.number(), month.year()),
    }]
}

/// How many, and below it of how many in a hundred.
fn part(words: &Words, share: Share) -> String {
    let count = words.count(share.good);
    share
        .figure()
        .map_or_else(|| count.clone(), |figure| format!("{count}\n{}\u{a0}%", words.percent(figure.value)))
}
