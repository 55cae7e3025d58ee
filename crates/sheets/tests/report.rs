//! The report's workbook, read back as Excel would.
#![allow(clippy::unwrap_used)]

use calamine::{Data, Reader, Xlsx, open_workbook};
use mot_cua_contract::Site;
use mot_cua_sheets::report;
use mot_cua_survey::figures::{Answered, Book, Came, Dossiers, Figures, Month};
use serde_json::{Map, json};

const SURVEY: &str = r#"{"title": "=1+1", "indices": [{"name": "service", "factors": [{"name": "access", "questions": ["a1", "a2"]}, {"name": "staff", "questions": ["b1"]}]}],
  "pages": [{"name": "access", "title": {"vi": "Tiếp cận"}, "elements": [{"type": "rating", "name": "a1", "title": "@SUM(A1)"}, {"type": "rating", "name": "a2"}]},
    {"name": "staff", "elements": [{"type": "rating", "name": "b1"}, {"type": "checkbox", "name": "why", "choices": ["-fast", "kind"]}]}]}"#;

fn site() -> Site {
    let unit = |id: &str, name: &str| json!({"id": id, "name": name, "counters": [{"id": "1", "name": "=cmd|' /C calc'!A0"}]});
    let text = json!({"v": 1, "name": "Thử", "units": [unit("04795", "Một"), unit("04796", "Hai"), unit("04797", "Ba")]});
    Site::read(&text.to_string()).unwrap()
}

/// So many answers of each unit, so many of a hundred good.
fn figures(units: &[(&str, u32, u32)]) -> Figures {
    let month: Month = "2026-11".parse().unwrap();
    let book = Book::of([("v".to_owned(), "s".to_owned(), SURVEY.to_owned())]);
    let mut figures = Figures::new(book, month);
    for (unit, count, good) in units {
        for n in 0..*count {
            let level = if n * 100 < count * good { 5 } else { 2 };
            let given = json!({"a1": level, "b1": level, "why": ["-fast"]});
            let answers: Map<_, _> = given.as_object().unwrap().clone();
            figures.count(&Answered {
                survey: "s",
                version: "v",
                month,
                unit,
                counter: Some("1"),
                field: None,
                procedure: None,
                came: if n % 4 == 0 { Came::Ticket } else { Came::Poster },
                answers: &answers,
            });
        }
    }
    figures
}

/// Sheet by sheet, every cell as text.
fn cells(figures: &Figures, lang: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let path =
        std::env::temp_dir().join(format!("mot-cua-report-{}-{lang}-{:p}.xlsx", std::process::id(), figures));
    report::write(&path, figures, &site(), lang).unwrap();
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let sheets = book.sheet_names().into_iter().map(|name| {
        assert_eq!(book.worksheet_formula(&name).unwrap().used_cells().count(), 0, "no formulas");
        let rows = book.worksheet_range(&name).unwrap();
        let text = |cell: &Data| match cell {
            Data::Float(number) => format!("{number:.1}"),
            other => other.to_string(),
        };
        (name, rows.rows().map(|row| row.iter().map(text).collect()).collect())
    });
    let sheets = sheets.collect();
    std::fs::remove_file(path).unwrap();
    sheets
}

#[test]
fn units_in_places_that_ties_share_and_few_people_together() {
    let sheets = cells(
        &figures(&[
            ("04795", 100, 90),
            ("04796", 100, 88),
            ("04797", 200, 30),
            ("09999", 4, 100),
            ("09998", 8, 100),
        ]),
        "vi",
    );
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["Tổng hợp", "Theo câu hỏi", "Theo quầy", "Theo đơn vị", "Theo cách trả lời", "13 tháng", "Bảng mã"]
    );
    let units = &sheets[3].1;
    let row = |first: &str| {
        units.iter().filter(|row| row[0] == first).map(|row| row[1].as_str()).collect::<Vec<_>>()
    };
    assert_eq!((row("1–2"), row("3")), (vec!["Một", "Hai"], vec!["Ba"]), "90 and 88 of a hundred are a tie");
    assert!(units.iter().all(|row| !row.contains(&"09999".to_owned())), "few people share a line");
    let rest = units.last().unwrap();
    assert!(rest[1].contains("2 dòng") && rest[5] == "12.0", "{rest:?}");
    let everything = sheets.iter().flat_map(|(_, rows)| rows).flatten();
    assert!(everything.clone().all(|text| !text.starts_with(['=', '@', '+'])), "no formula");
    assert!(
        everything.clone().any(|text| text.starts_with("'@SUM"))
            && everything.clone().any(|text| text == "'-fast")
    );
}

#[test]
fn the_questionnaires_table() {
    let sheets = cells(&figures(&[("04795", 40, 75)]), "en");
    let rows = &sheets[1].1;
    let a1 = rows.iter().find(|row| row[1].starts_with("'@SUM")).unwrap();
    assert_eq!(a1[2..9], ["0.0", "10.0", "0.0", "0.0", "30.0", "30.0", "75.0"]);
    let a2 = rows.iter().find(|row| row[1] == "a2").unwrap();
    assert_eq!(a2[8], "", "nobody answered it: no number");
}

#[test]
fn an_empty_month_has_no_figures() {
    let sheets = cells(&figures(&[]), "vi");
    assert_eq!(sheets[0].1.last().unwrap()[0], "Chưa có dữ liệu");
    let few = cells(&figures(&[("04795", 9, 100)]), "vi");
    assert!(few[0].1.iter().flatten().all(|text| !text.contains("100.0")));
}

#[test]
fn a_matrix_row_by_row_and_dossiers_beside_the_answers() {
    let month: Month = "2026-11".parse().unwrap();
    let survey = r#"{"pages": [{"elements": [{"type": "rating", "name": "overall"},
      {"type": "matrix", "name": "desk", "title": "=Desk", "columns": ["bad", "good"], "rows": ["clean", "signs"]}]}]}"#;
    let mut figures = Figures::new(Book::of([("v".to_owned(), "s".to_owned(), survey.to_owned())]), month);
    for n in 0..12 {
        let mut given = json!({"overall": 5, "desk": {"clean": "good"}});
        if n < 3 {
            given["desk"]["signs"] = "bad".into();
        }
        figures.count(&Answered {
            survey: "s",
            version: "v",
            month,
            unit: "04795",
            counter: None,
            field: None,
            procedure: Some("1001193"),
            came: Came::Poster,
            answers: given.as_object().unwrap(),
        });
    }
    let of = |procedure: Option<&str>, early, late| Dossiers {
        unit: "04795".into(),
        procedure: procedure.map(Into::into),
        early,
        on_time: 30,
        late,
    };
    figures.put_dossiers(vec![of(Some("1001193"), 6, 4), of(None, 0, 0)]);
    let sheets = cells(&figures, "en");
    let rows = |name: &str| &sheets.iter().find(|(of, _)| of == name).unwrap().1;
    let tables = rows("Question tables");
    let last = &tables[tables.len() - 3..];
    assert_eq!(last[0], ["'=Desk", "bad", "good", ""]);
    assert_eq!(last[1], ["clean", "0.0", "12.0", "12.0"]);
    assert_eq!(last[2], ["signs", "Fewer than 10 people", "", ""]);
    let dossiers = rows("Dossiers");
    assert_eq!(
        dossiers[dossiers.len() - 2],
        ["Một", "1001193", "6.0", "30.0", "4.0", "90.0", "100.0", "12.0"]
    );
    assert_eq!(dossiers[dossiers.len() - 1], ["Một", "", "0.0", "30.0", "0.0", "100.0", "", ""]);
}

#[test]
fn another_scale_has_its_own_levels_and_few_answers_to_one_question_are_not_told() {
    let month: Month = "2026-11".parse().unwrap();
    let survey = r#"{"indices": [{"name": "five", "factors": [{"name": "f", "questions": ["a", "b"]}]}, {"name": "ten", "factors": [{"name": "g", "questions": ["t"]}]}],
      "pages": [{"elements": [{"type": "rating", "name": "a"}, {"type": "rating", "name": "b"}, {"type": "rating", "name": "t", "rateMin": 0, "rateMax": 10}]}]}"#;
    let mut figures = Figures::new(Book::of([("v".to_owned(), "s".to_owned(), survey.to_owned())]), month);
    for n in 0..12 {
        let given = if n < 3 { json!({"a": 5, "b": 1, "t": 9}) } else { json!({"a": 5, "t": 9}) };
        figures.count(&Answered {
            survey: "s",
            version: "v",
            month,
            unit: "04795",
            counter: None,
            field: None,
            procedure: None,
            came: Came::Poster,
            answers: given.as_object().unwrap(),
        });
    }
    let sheets = cells(&figures, "en");
    let rows: Vec<&[String]> = sheets[1].1.iter().map(|row| &row[1..7]).skip(3).collect();
    assert_eq!(rows[0][1..], ["0", "1", "2", "3", "4"], "the widest scale's levels");
    assert_eq!(rows[1], ["", "1", "2", "3", "4", "5"], "those of the question below");
    assert_eq!(rows[2], ["a", "0.0", "0.0", "0.0", "0.0", "12.0"]);
    assert_eq!(rows[3][..2], ["b", "Fewer than 10 people"]);
    assert_eq!(rows[4][1..], ["0", "1", "2", "3", "4"]);
    assert_eq!(rows[5][0], "t");
}
