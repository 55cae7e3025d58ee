//! Each question type: what it reads, what it takes, what it refuses.
#![allow(clippy::unwrap_used)]

use mot_cua_survey::{Definition, Done, Kind};
use serde_json::{Value, json};

fn one(mut question: Value) -> Definition {
    question["name"] = json!("q");
    question["title"] = json!("Q");
    let json = json!({"elements": [question]}).to_string();
    Definition::read(&json).unwrap_or_else(|mistakes| panic!("{mistakes:?}")).0
}

/// The codes of what is wrong with `value`, space-separated.
fn faults(definition: &Definition, value: &Value) -> String {
    let answers = json!({"q": value});
    let codes = definition.validate(answers.as_object().unwrap(), Done::NotYet);
    codes.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn takes_what_fits_and_names_what_does_not() {
    let rate = || json!({"type": "rating", "minRateDescription": "x", "maxRateDescription": "y"});
    let with = |mut base: Value, more: Value| {
        base.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        base
    };
    for (question, value, codes) in [
        (rate(), json!(1), ""),
        (rate(), json!(0), "not-a-choice"),
        (with(rate(), json!({"rateMin": 0, "rateMax": 10})), json!(10), ""),
        (with(rate(), json!({"rateMin": 0})), json!(5), ""),
        (with(rate(), json!({"rateCount": 3})), json!(4), "not-a-choice"),
        (with(rate(), json!({"rateMax": 10, "rateStep": 3})), json!(10), ""),
        (with(rate(), json!({"rateMax": 1000})), json!(21), "not-a-choice"),
        (with(rate(), json!({"rateValues": ["a|một", "b"]})), json!("a"), ""),
        (json!({"type": "radiogroup", "choices": [1, true, "x"]}), json!(true), ""),
        (json!({"type": "radiogroup", "choices": [1, true, "x"]}), json!({"value": 1}), "wrong-type"),
        (json!({"type": "boolean"}), json!(false), ""),
        (json!({"type": "boolean"}), json!("false"), "wrong-type"),
        (json!({"type": "boolean", "valueTrue": "có", "valueFalse": "không"}), json!("có"), ""),
        (json!({"type": "comment"}), json!("x".repeat(9000)), ""),
        (json!({"type": "comment", "maxLength": 0}), json!("xx"), ""),
        (json!({"type": "text", "maxLength": 3}), json!("abcd"), "too-long"),
        (json!({"type": "text", "inputType": "number", "min": 1, "max": 9}), json!(9), ""),
        (json!({"type": "text", "inputType": "number", "min": 1, "max": 9}), json!(0.5), "out-of-range"),
        (json!({"type": "text", "inputType": "number"}), json!("9"), "wrong-type"),
        (json!({"type": "text", "inputType": "email"}), json!("a@b.vn"), ""),
        (json!({"type": "text", "inputType": "email"}), json!("a@b"), "bad-format"),
        (json!({"type": "text", "inputType": "email"}), json!("a b@c.vn"), "bad-format"),
        (json!({"type": "text", "inputType": "email"}), json!("a@b@c.vn"), "bad-format"),
        (json!({"type": "text", "inputType": "date", "max": "2026-12-31"}), json!("2024-02-29"), ""),
        (
            json!({"type": "text", "inputType": "date", "max": "2026-12-31"}),
            json!("2027-01-01"),
            "out-of-range",
        ),
        (json!({"type": "text", "inputType": "date"}), json!("2026-02-29"), "bad-format"),
        (json!({"type": "text", "inputType": "date"}), json!("+026-02-01"), "bad-format"),
        (json!({"type": "text", "inputType": "tel"}), json!("0901 234 567"), ""),
    ] {
        assert_eq!(faults(&one(question.clone()), &value), codes, "{question} {value}");
    }
}

#[test]
fn types_form_fields_by_the_question() {
    for (question, text, value) in [
        (json!({"type": "boolean"}), "true", json!(true)),
        (json!({"type": "boolean", "valueTrue": 1, "valueFalse": 0}), "0", json!(0)),
        (json!({"type": "radiogroup", "choices": [1, 2]}), "2", json!(2)),
        (json!({"type": "checkbox", "choices": [1, 2]}), "2", json!([2])),
        (json!({"type": "text", "inputType": "number"}), " -1.5 ", json!(-1.5)),
        (json!({"type": "text", "inputType": "number"}), "1,5", json!("1,5")),
        (json!({"type": "text"}), "007", json!("007")),
    ] {
        assert_eq!(one(question.clone()).decode_form("q", &[text.to_owned()]), value, "{question}");
    }
}

#[test]
fn reads_names_that_mean_something_to_a_script_as_plain_names() {
    let json = json!({"elements": [{"type": "comment", "name": "__proto__", "title": "x"}, {"type": "comment", "name": "constructor", "title": "x"}]});
    let definition = Definition::read(&json.to_string()).unwrap().0;
    let answers: Value = serde_json::from_str(r#"{"__proto__": "a", "constructor": "b"}"#).unwrap();
    assert_eq!(definition.validate(answers.as_object().unwrap(), Done::Complete), vec![]);
    assert!(matches!(definition.question("__proto__").unwrap().kind, Kind::Comment(_)));
}
