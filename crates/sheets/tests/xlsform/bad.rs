//! What goes wrong in the sheets of real people: said once, at its place, with what to do.

use std::io::{Cursor, Write};

use mot_cua_sheets::xlsform::{Code, Finding, Kind, Lang, read};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use super::markdown;

/// The only finding.
fn one(found: Result<mot_cua_sheets::xlsform::Survey, Vec<Finding>>) -> (Code, String) {
    let mut found = found.map_or_else(|found| found, |survey| survey.findings);
    assert_eq!(found.len(), 1, "{found:#?}");
    let finding = found.remove(0);
    for lang in [Lang::Vi, Lang::En] {
        let said = finding.said(lang);
        assert!(!said.found.contains(['<', '>']) && !said.fix.contains('<'), "{said:?}");
    }
    (finding.code, finding.place.to_string())
}

fn survey(rows: &str) -> String {
    let choices = "| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | b | B |\n";
    format!(
        "| survey |\n| | type | name | label | relevant | constraint | required | cs_json | default |\n{rows}\n{choices}"
    )
}

#[test]
fn rows_that_cannot_be_read() {
    let q = "| | text | q | Q | |\n";
    let cases = [
        ("| | txet | q | Q |", Code::UnknownType, "survey!B3 (type)"),
        ("| | select_one | q | Q |", Code::NoList, "survey!B3 (type)"),
        ("| | select_one m | q | Q |", Code::UnknownList, "survey!B3 (type)"),
        ("| | geopoint | q | Q |\n| | text | r | R |", Code::OutsideType, "survey!B3 (type)"),
        ("| | | q | Q |", Code::NoType, "survey!B3 (type)"),
        ("| | text | | Q |", Code::NoName, "survey!C3 (name)"),
        ("| | text | a b | Q |", Code::OddName, "survey!C3 (name)"),
        ("| | text | a.b | Q |", Code::OddName, "survey!C3 (name)"),
        ("| | text | q | Q |\n| | integer | q | Q |", Code::DoubleName, "survey!C4 (name)"),
        ("| | begin group | g | G |\n| | text | q | Q |", Code::UnclosedGroup, "survey!B3 (type)"),
        ("| | text | q | Q |\n| | end group |", Code::WrongEnd, "survey!B4 (type)"),
        (
            "| | begin repeat | g | G |\n| | text | q | Q |\n| | end group |\n| | end repeat |",
            Code::WrongEnd,
            "survey!B5 (type)",
        ),
        ("| | text | q | Q | ${r} = 1 |", Code::UnknownReference, "survey!E3 (relevant)"),
        ("| | text | q | Q ${r} |", Code::UnknownReference, "survey!D3 (label)"),
        ("| | text | q | Q | ${q} = |", Code::Syntax, "survey!E3 (relevant)"),
        ("| | text | q | Q | ${q |", Code::Syntax, "survey!E3 (relevant)"),
        ("| | text | q | Q | q = 1 |", Code::BareWord, "survey!E3 (relevant)"),
        ("| | text | q | Q | ../q = 1 |", Code::Syntax, "survey!E3 (relevant)"),
        ("| | text | q | Q | slected(${q}, 'a') |", Code::UnknownFunction, "survey!E3 (relevant)"),
        ("| | text | q | Q | selected(${q}) |", Code::WrongArguments, "survey!E3 (relevant)"),
        ("| | text | q | Q | | once(.) |", Code::UnknownFunction, "survey!F3 (constraint)"),
        ("| | text | q | Q | | regex(., 'a') or . = 'b' |", Code::WrongArguments, "survey!F3 (constraint)"),
        ("| | text | q | Q | | | perhaps |", Code::NotYesOrNo, "survey!G3 (required)"),
        ("| | text | q | Q | | | | {rows: 3} |", Code::NotJson, "survey!H3 (cs_json)"),
        ("| | text | q | Q | | | | [3] |", Code::NotJson, "survey!H3 (cs_json)"),
        (
            "| | begin repeat | g | G |\n| | text | q | Q |\n| | end repeat |\n| | text | r | R | ${q} = 1 |",
            Code::OutOfReach,
            "survey!E6 (relevant)",
        ),
    ];
    for (rows, code, place) in cases {
        assert_eq!(one(markdown(&survey(rows))), (code, place.to_owned()), "{rows}");
    }
    assert!(markdown(&survey(q)).unwrap().findings.is_empty());
}

#[test]
fn heads_and_choices_that_cannot_be_read() {
    let cases = [
        ("| survey |\n| | type | label |\n| | text | Q |", Code::NoColumn, "survey"),
        ("| survey |\n| | type | name | name |\n| | text | q | r |", Code::DoubleColumn, "survey!D2 (name)"),
        (
            "| survey |\n| | type | name | lable |\n| | text | q | Q |",
            Code::UnknownColumn,
            "survey!D2 (lable)",
        ),
        (
            "| survey |\n| | type | name | image |\n| | text | q | a.png |",
            Code::OutsideColumn,
            "survey!D2 (image)",
        ),
        (
            "| survey |\n| | type | name | label::Klingon |\n| | text | q | Q |",
            Code::UnknownLanguage,
            "survey!D2 (label::Klingon)",
        ),
        (
            "| survey |\n| | type | name | appearance |\n| | text | q | signature |",
            Code::OutsideWord,
            "survey!D3 (appearance)",
        ),
        ("| questions |\n| | type | name |\n| | text | q |", Code::NoSurveySheet, ""),
        (
            "| survey |\n| | type | name |\n| | text | q |\n| choices |\n| | list_name | name |\n| | | a |",
            Code::ChoiceWithoutList,
            "choices!B6 (list_name)",
        ),
        (
            "| survey |\n| | type | name |\n| | text | q |\n| choices |\n| | list_name | name |\n| | l | |",
            Code::ChoiceWithoutName,
            "choices!C6 (name)",
        ),
        (
            "| survey |\n| | type | name |\n| | text | q |\n| choices |\n| | list_name | name |\n| | l | a |\n| | l | a |",
            Code::DoubleChoice,
            "choices!C7 (name)",
        ),
    ];
    for (text, code, place) in cases {
        assert_eq!(one(markdown(text)), (code, place.to_owned()), "{text}");
    }
}

#[test]
fn the_likely_word_is_offered() {
    let fix = |rows: &str| markdown(&survey(rows)).unwrap_err()[0].said(Lang::En).fix;
    assert_eq!(fix("| | txet | q | Q |"), "did you mean “text”?");
    assert_eq!(fix("| | text | overall | Q | ${overal} = 1 |"), "did you mean ${overall}?");
    assert_eq!(fix("| | text | q | Q | slected(${q}, 'a') |"), "did you mean selected()?");
    assert!(fix("| | zzzzzzz | q | Q |").starts_with("one of: select_one, "));
}

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("survey").unwrap();
    for (column, head) in (0..).zip(["type", "name", "label"]) {
        page.write_string(0, column, head).unwrap();
    }
    fill(page);
    book.save_to_buffer().unwrap()
}

fn xlsx(bytes: &[u8]) -> (Code, String) {
    one(read(Kind::Xlsx, bytes))
}

#[test]
fn cells_that_are_no_texts() {
    let merged = workbook(|page| {
        page.merge_range(1, 0, 2, 0, "text", &Format::new()).unwrap().write_string(1, 1, "q").unwrap();
    });
    assert_eq!(xlsx(&merged), (Code::MergedCells, "survey".to_owned()));
    let formula = workbook(|page| {
        page.write_string(1, 0, "text").unwrap().write_string(1, 1, "q").unwrap();
        page.write_formula(1, 2, Formula::new("=CONCATENATE(\"a\",\"b\")").set_result("ab")).unwrap();
    });
    assert_eq!(xlsx(&formula), (Code::FormulaCell, "survey!C2".to_owned()));
    let far = workbook(|page| {
        page.write_string(1_048_575, 16_383, "x").unwrap();
    });
    assert_eq!(xlsx(&far), (Code::TooManyRows, "survey".to_owned()));
    let wide = workbook(|page| {
        page.write_string(1, 16_383, "x").unwrap();
    });
    assert_eq!(xlsx(&wide), (Code::TooManyColumns, "survey".to_owned()));
    let long = workbook(|page| {
        for row in 1..=10_001 {
            page.write_string(row, 0, "text").unwrap().write_string(row, 1, format!("q{row}")).unwrap();
        }
    });
    assert_eq!(xlsx(&long), (Code::TooManyRows, "survey".to_owned()));
    let numbers = workbook(|page| {
        page.write_string(1, 0, "text")
            .unwrap()
            .write_string(1, 1, "q")
            .unwrap()
            .write_number(1, 2, 5)
            .unwrap();
    });
    assert_eq!(read(Kind::Xlsx, &numbers).unwrap().json["elements"][0]["title"], "5");
}

#[test]
fn files_that_are_no_workbooks() {
    let ole = |inside: &str| {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let zip = |name: &str, bytes: &[u8]| {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
        zip.finish().unwrap().into_inner()
    };
    let cases: [(Vec<u8>, Code); 8] = [
        (ole("Workbook"), Code::OldExcel),
        (ole("EncryptedPackage"), Code::Encrypted),
        (b"<html><table>".to_vec(), Code::NotAWorkbook),
        (Vec::new(), Code::NotAWorkbook),
        (zip("content.xml", b"<office/>"), Code::NotAWorkbook),
        (zip("xl/workbook.xml", b"<workbook"), Code::BrokenWorkbook),
        // Megabytes of nothing in kilobytes.
        (zip("xl/workbook.xml", &vec![b' '; 65 << 20]), Code::TooLarge),
        (vec![b' '; (10 << 20) + 1], Code::TooLarge),
    ];
    for (bytes, code) in cases {
        assert_eq!(xlsx(&bytes).0, code);
    }
    assert_eq!(one(read(Kind::Csv, b"\xff\xfes\0u\0r\0v\0e\0y\0")).0, Code::NotUtf8);
    let many = "text,q,Q\n".repeat(50_000);
    assert_eq!(one(read(Kind::Csv, format!("type,name,label\n{many}").as_bytes())).0, Code::TooManyRows);
}

#[test]
fn depth_and_length_are_bounded() {
    let deep = "| | begin group | g | G |\n".repeat(1_000);
    assert!(markdown(&survey(&deep)).unwrap_err().iter().any(|finding| finding.code == Code::TooDeep));
    for expression in
        ["(".repeat(100_000), "-".repeat(100_000), "not(".repeat(100_000), "1 + ".repeat(100_000) + "1"]
    {
        assert_eq!(one(markdown(&survey(&format!("| | text | q | Q | {expression} |")))).0, Code::Syntax);
    }
}
