//! Mistakes that a designer makes, and what they are told.
#![allow(clippy::unwrap_used)]

use mot_cua_contract::Mistake;
use mot_cua_survey::{Definition, RESERVED, lint};
use serde_json::{Value, json};

/// `code path` of each mistake; errors in capitals.
fn told(json: &Value) -> Vec<String> {
    let mistakes = lint::mistakes(&json.to_string());
    let code = |m: &Mistake| if m.is_error() { m.code.to_uppercase() } else { m.code.to_owned() };
    mistakes.iter().map(|m| format!("{} {}", code(m), m.path)).collect()
}

fn question(more: &Value) -> Value {
    let mut question = json!({"type": "radiogroup", "name": "q", "title": "Q", "choices": ["a", "b"]});
    question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"pages": [{"elements": [question]}]})
}

#[test]
fn each_mistake_has_a_code_and_a_path() {
    let q = "pages[0].elements[0]";
    for (more, expected) in [
        (json!({}), vec![]),
        (json!({"type": "radiogruop"}), vec![format!("UNKNOWN-TYPE {q}.type")]),
        (json!({"type": "matrix"}), vec![format!("NOT-RUN {q}.type")]),
        (json!({"type": 5}), vec![format!("UNKNOWN-TYPE {q}.type")]),
        (json!({"visibleIf": "{a} = 1"}), vec![format!("NOT-RUN {q}.visibleIf")]),
        (json!({"visible": false}), vec![format!("NOT-RUN {q}.visible")]),
        (json!({"hasOther": false, "visible": true, "choicesOrder": "none"}), vec![]),
        (json!({"hasOther": true}), vec![format!("NOT-RUN {q}.hasOther")]),
        (json!({"isRequred": true}), vec![format!("unknown-property {q}.isRequred")]),
        (json!({"isRequired": "true"}), vec![format!("WRONG-VALUE {q}.isRequired")]),
        (json!({"title": 5}), vec![format!("WRONG-VALUE {q}.title"), format!("no-title {q}")]),
        (json!({"title": {"vi": "Chào {name}"}}), vec![format!("NOT-RUN {q}.title.vi")]),
        (json!({"title": " "}), vec![format!("no-title {q}")]),
        (json!({"name": ""}), vec![format!("NO-NAME {q}.name")]),
        (json!({"name": "unit"}), vec![format!("RESERVED-NAME {q}.name")]),
        (
            json!({"choices": "a"}),
            vec![format!("WRONG-VALUE {q}.choices"), format!("TOO-FEW-CHOICES {q}.choices")],
        ),
        (json!({"choices": ["a", "a", "b"]}), vec![format!("DOUBLE-CHOICE {q}.choices[1]")]),
        (json!({"choices": ["a", {"text": "b"}, "c"]}), vec![format!("NO-VALUE {q}.choices[1]")]),
        (
            json!({"choices": ["a", {"value": "b", "visibleIf": "x"}]}),
            vec![format!("NOT-RUN {q}.choices[1].visibleIf")],
        ),
        (
            json!({"type": "text", "choices": [], "inputType": "month"}),
            vec![format!("WRONG-VALUE {q}.inputType")],
        ),
        (
            json!({"type": "text", "inputType": "date", "min": "=today()"}),
            vec![format!("WRONG-VALUE {q}.min")],
        ),
        (
            json!({"type": "rating", "rateMax": 1}),
            vec![format!("TOO-FEW-CHOICES {q}.rateValues"), format!("unnamed-levels {q}")],
        ),
    ] {
        let told: Vec<_> = told(&question(&more))
            .into_iter()
            .filter(|line| line != &format!("unknown-property {q}.choices"))
            .collect();
        assert_eq!(told, expected, "{more}");
    }
}

#[test]
fn says_what_was_meant() {
    let mistakes = lint::mistakes(&question(&json!({"isRequred": true})).to_string());
    assert!(mistakes[0].expected.contains("`isRequired`"), "{}", mistakes[0]);
    let mistakes = lint::mistakes(&question(&json!({"type": "radiogruop"})).to_string());
    assert!(mistakes[0].expected.contains("`radiogroup`"), "{}", mistakes[0]);
}

#[test]
fn the_same_name_twice_is_named_with_the_first() {
    let comment = json!({"type": "comment", "name": "x", "title": "X"});
    let json = json!({"pages": [{"elements": [comment]}, {"elements": [comment]}]});
    assert_eq!(told(&json), ["DOUBLE-NAME pages[1].elements[0].name"]);
    assert!(lint::mistakes(&json.to_string())[0].expected.contains("pages[0].elements[0]"));
}

#[test]
fn what_is_no_survey_is_told_and_harms_nothing() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let large = format!("{{\"title\": \"{}\"}}", "x".repeat(10 << 20));
    for (json, code) in [
        ("", "not-json"),
        ("{\"pages\": [", "not-json"),
        (deep.as_str(), "not-json"),
        (large.as_str(), "too-large"),
        ("[]", "wrong-shape"),
        ("{}", "no-question"),
        ("{\"pages\": [{\"elements\": []}]}", "no-question"),
        ("{\"pages\": [5]}", "wrong-shape"),
        ("{\"pages\": {}}", "wrong-value"),
        ("{\"elements\": [5]}", "wrong-shape"),
    ] {
        let shown: String = json.chars().take(40).collect();
        let mistakes = Definition::read(json).unwrap_err();
        assert_eq!(mistakes[0].code, code, "{shown}");
        assert!(Definition::parse(json).is_none(), "{shown}");
    }
}

#[test]
fn a_flood_of_mistakes_is_cut_but_never_passes() {
    let mut elements: Vec<_> = (0..300)
        .map(|n| json!({"type": "comment", "name": format!("q{n}"), "title": "x", "colour": 1}))
        .collect();
    elements.push(json!({"type": "comment", "name": "q0", "title": "x"}));
    let mistakes = Definition::read(&json!({"elements": elements}).to_string()).unwrap_err();
    assert_eq!(mistakes.len(), 101);
    assert_eq!(mistakes[0].code, "double-name");
}

/// The page's own hidden fields are what a form without script posts beside the answers.
#[test]
fn reserves_the_hidden_fields_of_the_static_form() {
    let Ok(template) = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../index.html"))
    else {
        return println!("skipped: no index.html");
    };
    for field in template.split("type=\"hidden\"").skip(1) {
        let name = field.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(RESERVED.contains(&name), "{name}");
    }
}

/// Surveys found in public repositories: whatever is in them, it is read or told.
#[test]
fn surveys_from_elsewhere_are_read_or_told() {
    let Ok(folder) = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/surveys"))
    else {
        return println!("skipped: no ../shared");
    };
    let mut read = 0;
    for file in folder {
        let file = file.unwrap().path();
        let json = std::fs::read_to_string(&file).unwrap();
        let outcome = Definition::read(&json);
        println!("{}: {:?}", file.display(), outcome.as_ref().map(|(_, told)| told.len()).map_err(Vec::len));
        if let Err(mistakes) = &outcome {
            assert!(
                mistakes.iter().all(|m| m.code != "not-json" && m.code != "unknown-type"),
                "{mistakes:?}"
            );
        }
        read += usize::from(outcome.is_ok());
    }
    assert!(read > 0);
}
