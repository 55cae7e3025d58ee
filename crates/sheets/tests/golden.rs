//! A table and its code book as they should come out, to the byte.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use common::{Export, answer, file, version};
use mot_cua_sheets::{Answer, Csv, Table};
use serde_json::{Value, json};

fn answers() -> Vec<Answer> {
    let mut first =
        answer(1, json!({"overall": 3, "why": ["kind", 3], "words": "=1+1", "age": -5, "rev": true}));
    first.body["surveyVersion"] = version('2').into();
    let mut second = answer(2, json!({"overall": 1, "why": [], "words": "Chờ lâu, \"rất\" lâu\nmỏi chân"}));
    second.body["surveyVersion"] = version('1').into();
    let mut strange = answer(
        3,
        json!({"overall": {"a": 1, "b": "x"}, "why-Comment": "khác", "why": "fast", "hers": [[1]], "seine": 2}),
    );
    strange.validated = false;
    strange.place_known = false;
    strange.body["place"] = json!({"unit": "04795"});
    strange.body["surveyVersion"] = version('9').into();
    strange.body["savedAt"] = "hôm qua".into();
    vec![first, second, strange]
}

fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("MC_BLESS").is_some() {
        fs::write(&path, found).unwrap();
    }
    // Git may have turned the ends of lines.
    let wanted = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert_eq!(found.replace('\r', ""), wanted, "{name}; MC_BLESS=1 writes it anew");
}

#[test]
fn the_table_and_its_code_book() {
    let answers = answers();
    let export = Export::of(&answers);
    let (text, written) = export.csv(&answers);
    assert_eq!((written.rows, written.long_texts), (3, 0));
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    golden("answers.csv", &text);
    let codebook = export.codebook();
    let mut out = Vec::new();
    let mut table = Box::new(Csv::begin(&mut out, &codebook.heads()).unwrap());
    for row in codebook.rows() {
        table.row(row).unwrap();
    }
    table.finish().unwrap();
    golden("codebook.csv", &String::from_utf8(out).unwrap());
}

#[test]
fn no_id_and_no_token_is_in_a_table() {
    let answers = answers();
    let (text, _) = Export::of(&answers).csv(&answers);
    assert!(!text.contains("SECRET") && !text.contains("00000000-0000"));
}

#[test]
fn the_workbook_says_the_same_with_types() {
    let answers = answers();
    let export = Export::of(&answers);
    let path = file("types.xlsx");
    export.xlsx(&path, &answers);
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(book.sheet_names(), ["Trả lời", "Bảng mã"]);
    let sheet = book.worksheet_range("Trả lời").unwrap();
    let heads: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(heads, export.layout.heads());
    let cell = |row: usize, head: &str| sheet[(row, heads.iter().position(|h| h == head).unwrap())].clone();
    assert_eq!(cell(1, "overall"), Data::Float(3.0));
    assert_eq!(cell(1, "age"), Data::Float(-5.0));
    assert_eq!(cell(1, "validated"), Data::Bool(true));
    assert_eq!(cell(1, "answers.rev"), Data::Bool(true));
    assert_eq!(cell(1, "unit"), Data::String("04795".to_owned()), "no number: the zero would go");
    assert_eq!(cell(1, "words"), Data::String("'=1+1".to_owned()));
    let Data::DateTime(saved) = cell(1, "savedAt") else { panic!("{:?}", cell(1, "savedAt")) };
    assert!((saved.as_f64() - 46_347.375).abs() < 1e-9, "2026-11-21 09:00 in Vietnam: {saved}");
    assert_eq!(cell(3, "savedAt"), Data::String("hôm qua".to_owned()));
    assert_eq!(cell(2, "why.fast"), Data::Float(0.0), "answered, and none of them");
    let codes = book.worksheet_range("Bảng mã").unwrap();
    assert_eq!(codes.height(), export.codebook().rows().count() + 1);
}

#[test]
fn columns_do_not_depend_on_who_answered_what() {
    let quiet = Export::of(&[answer(1, json!({"overall": 2}))]);
    let full = Export::of(&[answer(1, json!({"overall": 2, "why": ["fast"], "words": "x", "nonsense": 1}))]);
    assert_eq!(quiet.layout.heads(), full.layout.heads());
    assert!(!quiet.layout.heads().contains(&"never asked".to_owned()), "nobody answered that survey");
}

/// Anyone may send answers to a version that the server never served: each name must not become a column.
#[test]
fn strangers_cannot_widen_the_table() {
    let many: serde_json::Map<String, Value> = (0..2_000).map(|n| (format!("name{n}"), json!(n))).collect();
    let rows: serde_json::Map<String, Value> = (0..2_000).map(|n| (format!("row{n}"), json!(n))).collect();
    let answers = [answer(1, Value::Object(many)), answer(2, json!({"overall": rows}))];
    let export = Export::of(&answers);
    assert!(export.layout.heads().len() < 600, "{}", export.layout.heads().len());
    let (text, _) = export.csv(&answers);
    assert!(text.contains("name1999") && text.contains("row1999"), "and yet nothing is left out");
}
