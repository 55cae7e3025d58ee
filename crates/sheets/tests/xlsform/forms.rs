//! Each feature of the subset: sheet → JSON is what stands beside it, JSON → sheet → JSON is the same.

use mot_cua_sheets::xlsform::{Code, Gravity, Kind, read, write};
use mot_cua_survey::lint::inspect::{self, inspect};
use serde_json::Value;

use super::same::difference;
use super::{here, markdown};

pub(crate) const FORMS: [&str; 5] = ["types", "logic", "limits", "groups", "vietnamese"];

pub(crate) fn form(name: &str) -> String {
    std::fs::read_to_string(here(&format!("forms/{name}.md"))).unwrap()
}

/// `MC_BLESS=1` writes what is found; read the diff.
#[test]
fn forms_say_what_stands_beside_them() {
    for name in FORMS {
        let survey = markdown(&form(name)).unwrap_or_else(|found| panic!("{name}: {found:#?}"));
        assert!(survey.findings.is_empty(), "{name}: {:#?}", survey.findings);
        let text = serde_json::to_string_pretty(&survey.json).unwrap() + "\n";
        let path = here(&format!("forms/{name}.json"));
        if std::env::var_os("MC_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(&path).unwrap(), "{name}");
        let errors: Vec<_> = inspect(&text)
            .into_iter()
            .filter(|finding| finding.gravity() == inspect::Gravity::Error)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn forms_come_back_from_workbooks() {
    for name in FORMS {
        let json = markdown(&form(name)).unwrap().json;
        let (book, found) = write(&json).unwrap();
        assert!(found.iter().all(|finding| finding.code == Code::KeptAside), "{name}: {found:#?}");
        let bytes = book.to_xlsx().unwrap();
        assert_eq!(bytes, write(&json).unwrap().0.to_xlsx().unwrap(), "{name}: other bytes");
        let back = read(Kind::Xlsx, &bytes).unwrap_or_else(|found| panic!("{name}: {found:#?}"));
        assert_eq!(difference(&json, &back.json), None, "{name}");
    }
}

/// What a sheet of this subset says needs no column of ours.
#[test]
fn nothing_of_the_subset_stands_aside() {
    for name in ["types", "logic", "limits", "vietnamese"] {
        let (_, found) = write(&markdown(&form(name)).unwrap().json).unwrap();
        let aside: Vec<String> =
            found.iter().map(|finding| format!("{} {:?}", finding.place, finding.about)).collect();
        assert_eq!(aside, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn commas_semicolons_and_a_sheet_alone() {
    let comma = "\u{feff}survey,,,\r\n,type,name,label\r\n,text,q,\"A, b\"\r\n";
    let semicolon = "survey;;;\n;type;name;label\n;text;q;A, b\n";
    let alone = "type,name,label\ntext,q,\"A, b\"\n";
    let wanted: Value = serde_json::json!({"elements": [{"type": "text", "name": "q", "title": "A, b"}]});
    for text in [comma, semicolon, alone] {
        let survey = read(Kind::Csv, text.as_bytes()).unwrap_or_else(|found| panic!("{text}: {found:#?}"));
        assert_eq!(survey.json, wanted, "{text}");
    }
}

#[test]
fn rows_are_told_from_paths() {
    let survey = markdown(&form("groups")).unwrap();
    let place = |path| survey.place(path).unwrap().to_string();
    assert_eq!(place("pages[1].elements[1].elements[0].title"), "survey!7");
    assert_eq!(place("pages[2].elements[0].templateElements[1].visibleIf"), "survey!13");
    assert!(survey.place("title").is_none());
    assert!(survey.findings.iter().all(|finding| finding.gravity() != Gravity::Error));
}
