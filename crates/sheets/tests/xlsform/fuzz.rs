//! Whatever comes: an answer, no panic. `PROPTEST_CASES=20000` for a long run.

use mot_cua_sheets::xlsform::{Kind, read, write};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::here;
use super::same::difference;

/// Cells that the reader cares about, and others.
fn cell() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "survey",
        "choices",
        "settings",
        "type",
        "name",
        "label",
        "label::vi",
        "relevant",
        "constraint",
        "cs_json",
        "list_name",
        "default",
        "required",
        "text",
        "integer",
        "select_one l",
        "select_multiple l",
        "range",
        "begin group",
        "end group",
        "begin repeat",
        "end repeat",
        "calculate",
        "note",
        "q",
        "r",
        "l",
        "yes",
        "${q} = 1",
        "selected(${q}, 'a')",
        ". > ${r}",
        "{\"type\": \"matrix\"}",
        "{\"name\": \"r\"}",
        "",
        "",
        "",
        "calculation",
        "choice_filter",
        "name = ${q}",
        "likert",
        "appearance",
        "parameters",
        "start=0 end=9",
        "date('2026-01-31')",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => "\\PC{0,12}", 1 => "[${}().,'=<> a-z0-9-]{0,20}"]
}

/// Definitions with the members that the writer cares about, of right and wrong shapes.
fn definition() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "type",
        "name",
        "title",
        "choices",
        "rateValues",
        "visibleIf",
        "requiredIf",
        "enableIf",
        "validators",
        "elements",
        "pages",
        "templateElements",
        "defaultValue",
        "isRequired",
        "readOnly",
        "expression",
        "html",
        "rows",
        "min",
        "max",
        "inputType",
        "calculatedValues",
        "value",
        "text",
        "vi",
        "default",
        "rateMin",
        "colCount",
        "regex",
        "panelCount",
        "choicesVisibleIf",
    ]);
    let leaf = prop_oneof![
        prop::sample::select(vec![
            "text",
            "rating",
            "checkbox",
            "radiogroup",
            "panel",
            "paneldynamic",
            "boolean",
            "expression",
            "html",
            "q",
            "a b",
            "${q}",
            "{q} = 1",
            "{item} = {q}",
            "{panel.q} empty",
            "today()",
            "number",
            "date",
            "regex",
            " x ",
            "",
            "'",
            "'\"",
            "a|b",
        ])
        .prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        (-3i64..12).prop_map(Value::from),
        Just(Value::Null),
    ];
    let inner = leaf.prop_recursive(5, 48, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((names.clone(), inner), 0..6).prop_map(|all| Value::Object(
                all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            )),
        ]
    });
    vec(inner, 1..6).prop_map(|elements| {
        let mut survey = Map::new();
        survey.insert("elements".to_owned(), elements.into());
        Value::Object(survey)
    })
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(200);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_sheet_is_answered(rows in vec(vec(cell(), 0..8), 0..14)) {
        let rows: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
        let text = rows.join("\n");
        if let Ok(survey) = read(Kind::Markdown, text.as_bytes())
            && let Ok((book, _)) = write(&survey.json)
        {
            // What was read once is read again, whatever it is.
            let back = book.survey();
            prop_assert!(back.is_ok(), "{text}\n{back:?}");
            prop_assert_eq!(difference(&survey.json, &back.unwrap().json), None);
        }
    }

    #[test]
    fn any_definition_comes_back(json in definition()) {
        if let Ok((book, _)) = write(&json) {
            let whole = json["elements"].as_array().unwrap().iter().all(Value::is_object);
            let back = book.survey();
            prop_assert!(back.is_ok() || !whole, "{json}\n{back:?}");
            if whole && let Ok(back) = back {
                prop_assert_eq!(difference(&json, &back.json), None, "{}", json);
            }
        }
    }

    #[test]
    fn any_bytes_are_answered(at in vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), kind in 0..3) {
        let (kind, mut bytes) = match kind {
            0 => (Kind::Xlsx, workbook()),
            1 => (Kind::Csv, b"survey,,,\n,type,name,label\n,text,q,\"A\"\n".to_vec()),
            _ => (Kind::Markdown, std::fs::read(here("forms/logic.md")).unwrap()),
        };
        for (index, byte) in at {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        drop(read(kind, &bytes));
    }
}

fn workbook() -> Vec<u8> {
    static BOOK: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    let make = || {
        let json = super::markdown(&std::fs::read_to_string(here("forms/limits.md")).unwrap()).unwrap().json;
        write(&json).unwrap().0.to_xlsx().unwrap()
    };
    BOOK.get_or_init(make).clone()
}
