//! Whatever a citizen writes can be had back from the table.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use calamine::{Data, Reader, Xlsx, open_workbook};
use common::{Export, answer, file};
use mot_cua_sheets::harmless::{undo_cell, undo_field};
use mot_cua_sheets::{Answer, MOST_UNITS};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

fn answers(texts: &[String]) -> Vec<Answer> {
    (0..).zip(texts).map(|(n, text)| answer(n, json!({"words": text}))).collect()
}

/// The column of words: what a reader of CSV has.
fn from_csv(texts: &[String]) -> Vec<String> {
    let answers = answers(texts);
    let export = Export::of(&answers);
    let (text, _) = export.csv(&answers);
    let at = export.layout.heads().iter().position(|head| head == "words").unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|record| record.unwrap()[at].to_owned()).collect()
}

/// What a reader of XLSX has: the column of words, and the sheet of long texts put together again.
fn from_xlsx(name: &str, texts: &[String]) -> (Vec<String>, Vec<(String, String)>) {
    let answers = answers(texts);
    let export = Export::of(&answers);
    let path = file(name);
    export.xlsx(&path, &answers);
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let at = export.layout.heads().iter().position(|head| head == "words").unwrap();
    let sheet = book.worksheet_range("Trả lời").unwrap();
    let words = sheet.rows().skip(1).map(|row| row[at].to_string()).collect();
    let mut long: Vec<(String, String)> = Vec::new();
    for row in book.worksheet_range("Văn bản dài").iter().flat_map(|sheet| sheet.rows().skip(1)) {
        let Data::String(piece) = &row[3] else { panic!("{row:?}") };
        assert!(piece.encode_utf16().count() <= MOST_UNITS);
        match long.last_mut() {
            Some((cell, text)) if *cell == row[1].to_string() => text.push_str(undo_cell(piece)),
            _ => long.push((row[1].to_string(), undo_cell(piece).to_owned())),
        }
    }
    (words, long)
}

/// Any character, and more often those that CSV, XML and formulas care about.
fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        '=',
        '+',
        '-',
        '@',
        '\'',
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        ' ',
        '<',
        '&',
        ']',
        '_',
        'x',
        '0',
        'A',
        '\0',
        '\u{b}',
        '\u{7f}',
        '\u{85}',
        '\u{a0}',
        '\u{feff}',
        '\u{fffe}',
        '\u{ffff}',
        '\u{1ffff}',
        '＝',
        'đ',
        'ữ',
        '\u{301}',
        '😀',
    ]);
    vec(prop_oneof![3 => special, 1 => any::<char>()], 0..12).prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_text_survives(texts in vec(text(), 1..40)) {
        let csv: Vec<String> = from_csv(&texts).iter().map(|field| undo_field(field)).collect();
        prop_assert_eq!(&csv, &texts);
        let xlsx: Vec<String> = from_xlsx("any.xlsx", &texts).0.iter().map(|cell| undo_cell(cell).to_owned()).collect();
        prop_assert_eq!(&xlsx, &texts);
    }
}

#[test]
fn what_looks_like_an_escape_is_none() {
    let texts =
        ["_x0041_", "_x005F_x0041_", "]]>", "&amp;", "<t>", "\r\n", "  hai dấu cách  ", "\u{85}", "\u{2028}"]
            .map(str::to_owned);
    let found: Vec<String> =
        from_xlsx("escape.xlsx", &texts).0.iter().map(|cell| undo_cell(cell).to_owned()).collect();
    assert_eq!(found, texts);
}

/// Excel holds 32,767 UTF-16 units in a cell, an answer 64 KiB.
#[test]
fn long_texts_are_not_lost() {
    let sizes = [MOST_UNITS - 2, MOST_UNITS - 1, MOST_UNITS, MOST_UNITS + 1, 2 * MOST_UNITS, 70_000];
    let texts: Vec<String> = sizes
        .iter()
        .flat_map(|units| {
            ["a".repeat(*units), "ữ".repeat(*units), "😀".repeat(units / 2), "=1\n".repeat(units / 3)]
        })
        .collect();
    assert_eq!(from_csv(&texts).iter().map(|field| undo_field(field)).collect::<Vec<_>>(), texts);
    let (cells, mut long) = from_xlsx("long.xlsx", &texts);
    long.reverse();
    for (cell, text) in cells.iter().zip(&texts) {
        assert!(cell.encode_utf16().count() <= MOST_UNITS);
        if undo_cell(cell) == text {
            continue;
        }
        let (beginning, rest) = cell.split_once(" … → Văn bản dài").unwrap();
        assert!(text.starts_with(undo_cell(beginning)) && rest.is_empty());
        assert_eq!(long.pop().unwrap().1, *text);
    }
    assert!(long.is_empty());
}
