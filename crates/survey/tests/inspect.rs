//! Each kind of mistake in a survey is found, and a sound survey has none.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use mot_cua_survey::change::changes;
use mot_cua_survey::lint::inspect::{Code, inspect};
use mot_cua_survey::model::Model;
use serde_json::{Value, json};

fn codes(survey: &Value) -> BTreeSet<&'static str> {
    inspect(&survey.to_string()).iter().map(|finding| finding.code.as_str()).collect()
}

/// A sound question, changed.
fn with(more: &Value) -> Value {
    let mut question = json!({"type": "radiogroup", "name": "q", "title": "Q", "choices": ["a", "b"]});
    question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"elements": [question, {"type": "checkbox", "name": "many", "title": "M", "choices": [1, 2]},
        {"type": "boolean", "name": "yes", "title": "Y"}, {"type": "text", "name": "n", "title": "N", "inputType": "number"}]})
}

fn beside(member: &str, value: Value) -> Value {
    let mut survey = with(&json!({}));
    survey[member] = value;
    survey
}

#[test]
fn a_sound_survey_has_no_finding() {
    assert_eq!(
        inspect(&with(&json!({"visibleIf": "{yes} = true and {many} contains 1 and {n} > 3"})).to_string()),
        vec![]
    );
}

#[test]
fn every_kind_of_mistake_is_found() {
    let page = |more: Value| json!({"pages": [with(&json!({})), more]});
    let two = |a: &str, b: &str| json!([{"name": "x", "expression": a}, {"name": "y", "expression": b}]);
    let cases: Vec<(&str, Value)> = vec![
        ("not-a-survey", json!([])),
        ("no-question", json!({"elements": []})),
        ("unknown-type", with(&json!({"type": "radiogruop"}))),
        ("outside-type", with(&json!({"type": "signaturepad"}))),
        ("outside-property", with(&json!({"choicesByUrl": {"url": "x"}}))),
        ("unknown-property", with(&json!({"isRequred": true}))),
        ("dead-property", with(&json!({"requiredErrorText": "x"}))),
        ("wrong-value", with(&json!({"isRequired": "yes"}))),
        ("not-a-list", with(&json!({"choices": "a"}))),
        ("missing-property", with(&json!({"type": "expression"}))),
        ("no-name", with(&json!({"name": ""}))),
        ("double-name", with(&json!({"name": "YES"}))),
        ("shadowed-name", beside("questions", json!([]))),
        ("reserved-name", with(&json!({"name": "unit"}))),
        ("odd-name", with(&json!({"name": "a.b"}))),
        ("variable-collision", beside("calculatedValues", json!([{"name": "q", "expression": "1"}]))),
        ("variable-built-in", with(&json!({"name": "locale"}))),
        ("stuck", with(&json!({"visibleIf": "{q} = 'a' or {q} = 'b'"}))),
        ("syntax", with(&json!({"visibleIf": "{yes} = = true"}))),
        ("long-expression", with(&json!({"visibleIf": "{n} + ".repeat(20_000) + "1"}))),
        ("deep-expression", with(&json!({"visibleIf": "(".repeat(200) + "{n}" + &")".repeat(200)}))),
        ("unknown-function", with(&json!({"visibleIf": "iff({yes}, 1, 2) = 1"}))),
        ("unknown-name", with(&json!({"visibleIf": "{yess} = true"}))),
        ("self-reference", with(&json!({"visibleIf": "{q} = 'a'"}))),
        ("unknown-choice", with(&json!({"visibleIf": "{many} contains 3"}))),
        ("type-mismatch", with(&json!({"visibleIf": "{many} = 1"}))),
        ("contradiction", with(&json!({"visibleIf": "{n} > 5 and {n} < 3"}))),
        ("meaningless-condition", with(&json!({"visibleIf": "1 = 1"}))),
        ("calculated-cycle", beside("calculatedValues", two("{y}", "{x}"))),
        ("value-cycle", with(&json!({"setValueExpression": "{q} + 1"}))),
        (
            "trigger-cycle",
            beside(
                "triggers",
                json!([{"type": "setvalue", "expression": "{q} = 'a'", "setToName": "n", "setValue": 1},
            {"type": "setvalue", "expression": "{n} = 1", "setToName": "q", "setValue": "a"}]),
            ),
        ),
        ("no-choices", with(&json!({"choices": []}))),
        ("choice-without-value", with(&json!({"choices": ["a", {"text": "b"}]}))),
        ("double-choice", with(&json!({"choices": ["a", "A"]}))),
        ("dead-choice-source", with(&json!({"choicesFromQuestion": "n"}))),
        (
            "trigger-target",
            beside("triggers", json!([{"type": "skip", "expression": "{n} = 1", "gotoName": "qq"}])),
        ),
        ("trigger-type", beside("triggers", json!([{"type": "jump"}]))),
        ("dead-trigger", beside("triggers", json!([{"type": "complete"}]))),
        ("validator-type", with(&json!({"validators": [{"type": "phone"}]}))),
        ("dead-validator", with(&json!({"validators": [{"type": "text"}]}))),
        ("pattern", with(&json!({"validators": [{"type": "regex", "regex": "(?=a)"}]}))),
        ("not-a-choice", with(&json!({"defaultValue": "c"}))),
        ("count-contradiction", with(&json!({"type": "checkbox", "minSelectedChoices": 3}))),
        ("never-visible", with(&json!({"visible": false}))),
        ("empty-page", page(json!({"name": "p", "elements": []}))),
        (
            "unreachable-page",
            page(
                json!({"name": "p", "visible": false, "elements": [{"type": "text", "name": "z", "title": "Z"}]}),
            ),
        ),
        ("no-title", with(&json!({"title": null, "titleLocation": "default", "name": "q2"}))),
        ("unnamed-levels", with(&json!({"type": "rating"}))),
        ("missing-translation", beside("title", json!({"vi": "x", "en": "y", "fr": "z"}))),
        ("unknown-pipe", with(&json!({"title": "Hi {nam}"}))),
        ("unsafe-markup", with(&json!({"title": "<a href='JaVaScript:x'>"}))),
    ];
    let mut seen = BTreeSet::new();
    for (code, mut survey) in cases {
        match code {
            "shadowed-name" => {
                survey["elements"] = json!([{"type": "text", "name": "a", "title": "A"}, {"type": "paneldynamic", "name": "p", "title": "P",
                    "templateElements": [{"type": "text", "name": "a", "title": "A"}]}]);
            }
            "missing-translation" => survey["description"] = json!({"vi": "x", "en": "y"}),
            "no-title" => drop(survey["elements"][0].as_object_mut().unwrap().remove("title")),
            _ => {}
        }
        assert!(codes(&survey).contains(code), "{code}: {:?}", codes(&survey));
        seen.insert(code);
    }
    assert!(inspect(&" ".repeat(2 << 20)).iter().any(|finding| finding.code == Code::TooLarge));
    assert!(inspect("{").iter().any(|finding| finding.code == Code::NotJson));
    let untested: Vec<_> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|code| !seen.contains(code)).collect();
    assert_eq!(untested, ["not-json", "too-large", "too-deep", "too-many-elements"]);
}

#[test]
fn says_what_was_meant_and_in_which_order_a_circle_goes() {
    let about = |survey: &Value, code: Code| {
        let found = inspect(&survey.to_string()).into_iter().find(|finding| finding.code == code).unwrap();
        (found.path, found.about)
    };
    let (path, words) = about(&with(&json!({"visibleIf": "{yess} = true"})), Code::UnknownName);
    assert_eq!((path.as_str(), words[1].1.as_str()), ("elements[0].visibleIf", "yes"));
    let circle = json!([{"name": "x", "expression": "{y}"}, {"name": "y", "expression": "{z}"}, {"name": "z", "expression": "{x}"}]);
    let (_, words) = about(&beside("calculatedValues", circle), Code::CalculatedCycle);
    assert_eq!(words[1].1, "x → y → z → x");
}

#[test]
fn tells_what_breaks_the_trend() {
    let of = |survey: &Value| Model::parse(&survey.to_string()).unwrap();
    let told = |new: &Value| -> Vec<(&'static str, bool)> {
        let all = changes(&of(&with(&json!({}))), &of(new));
        all.iter().map(|change| (change.what.as_str(), change.what.breaks_trend())).collect()
    };
    assert_eq!(told(&with(&json!({}))), []);
    assert_eq!(told(&with(&json!({"title": "Other words"}))), [("words", false)]);
    assert_eq!(
        told(&with(&json!({"isRequired": true, "visibleIf": "{yes}"}))),
        [("required", false), ("logic", false)]
    );
    assert_eq!(
        told(&with(&json!({"choices": ["a", "c"]}))),
        [("choice-removed", true), ("choice-added", true)]
    );
    assert_eq!(told(&with(&json!({"choices": ["a|Nothing like b", "b"]}))), [("choice-words", true)]);
    assert_eq!(told(&with(&json!({"name": "p"}))), [("question-removed", true), ("question-added", false)]);
    assert_eq!(told(&with(&json!({"defaultValue": "a"}))), [("default", true)]);
    assert_eq!(told(&with(&json!({"choices": ["b", "a"]}))), [("choice-order", false)]);
    assert_eq!(told(&with(&json!({"choicesOrder": "random"}))), [("choice-order", false)]);
    let index = |weight: u8| {
        let factors =
            json!([{"name": "f", "weight": weight, "questions": ["q"]}, {"name": "g", "questions": ["n"]}]);
        of(&beside("indices", json!([{"name": "i", "factors": factors}])))
    };
    assert_eq!(changes(&index(1), &index(1)), []);
    assert!(
        changes(&index(1), &index(2)).iter().all(|change| change.what.breaks_trend() && change.name == "i")
    );
    assert_eq!(changes(&index(1), &index(2)).len(), 1);
}
