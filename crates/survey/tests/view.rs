//! What a page shows of a session: places, offers, faults in words, rows; and what a server checks.
#![allow(clippy::unwrap_used)]

use std::rc::Rc;

use mot_cua_survey::FaultCode;
use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::{PREVIEW, Session, State};
use serde_json::{Value, json};

fn begin(survey: &Value) -> Session {
    let model = Model::parse(&survey.to_string()).unwrap();
    Session::new(Rc::new(model), Clock { now: 1_794_700_000_000.0, offset: 420 }, 7, "vi")
}

fn numbered(session: &Session, name: &str) -> usize {
    (0..99).find(|id| session.element(*id).is_some_and(|element| element.name == name)).unwrap()
}

#[test]
fn a_place_is_come_back_to_and_the_preview_is_one() {
    let survey = json!({"showPreviewBeforeComplete": true, "pages": [
        {"elements": [{"type": "text", "name": "a", "isRequired": true}]},
        {"elements": [{"type": "text", "name": "b"}], "visibleIf": "{a} = 'x'"},
        {"elements": [{"type": "text", "name": "c"}]}]});
    let mut session = begin(&survey);
    session.set("a", json!("y"));
    assert_eq!(session.places(), [0, 2]);
    session.go(1);
    assert_eq!(session.place(), 0, "a hidden page is not gone to");
    session.go(2);
    session.next_page().unwrap();
    assert_eq!((session.state(), session.place()), (State::Preview, PREVIEW));
    session.go_to_question(numbered(&session, "a"));
    assert_eq!((session.state(), session.place()), (State::Running, 0));
}

/// The preview once listed what stands in panels behind all else, because panels were gone through level by level.
#[test]
fn what_is_asked_is_looked_over_in_the_order_of_the_definition() {
    let field = |name: &str| json!({"type": "text", "name": name});
    let session = begin(&json!({"elements": [field("a"),
        {"type": "panel", "elements": [field("b"), {"type": "panel", "elements": [field("c")]}, field("d")]}, field("e")]}));
    let asked = session.asked();
    let names: Vec<_> = asked.iter().map(|id| session.element(*id).unwrap().name.as_str()).collect();
    assert_eq!(names, ["a", "b", "c", "d", "e"]);
}

#[test]
fn faults_say_the_bound_and_the_designers_words() {
    let mut session = begin(&json!({"elements": [
        {"type": "text", "name": "age", "inputType": "number", "max": 120},
        {"type": "text", "name": "n", "inputType": "number"},
        {"type": "checkbox", "name": "two", "choices": [1, 2, 3], "maxSelectedChoices": 2},
        {"type": "text", "name": "code", "validators": [{"type": "regex", "regex": "^[0-9]+$", "text": "Chỉ số, {age}"}]},
        {"type": "text", "name": "must", "isRequired": true, "requiredErrorText": {"vi": "Thiếu"}}]}));
    for (name, value) in
        [("age", json!(121)), ("n", json!("ba")), ("two", json!([1, 2, 3])), ("code", json!("x"))]
    {
        session.set(name, value);
    }
    assert!(session.next_page().is_err());
    let told: Vec<_> = session.faults().into_iter().map(|(_, why)| (why.key, why.bound, why.words)).collect();
    let plain = |key, bound: &str| (key, bound.to_owned(), None);
    assert_eq!(
        told,
        [
            plain("full.fault.most", "120"),
            plain("full.fault.number", ""),
            plain("full.fault.many", "2"),
            ("full.fault.form", String::new(), Some("Chỉ số, 121".to_owned())),
            ("full.fault.required", String::new(), Some("Thiếu".to_owned())),
        ]
    );
}

#[test]
fn a_note_and_a_row_are_written_where_they_belong() {
    let mut session = begin(
        &json!({"elements": [{"type": "paneldynamic", "name": "p", "panelCount": 1, "templateElements": [
        {"type": "radiogroup", "name": "q", "choices": ["a"], "showOtherItem": true}]}]}),
    );
    let panel = numbered(&session, "p");
    let inside = session.panel_rows(panel)[0].1[0];
    session.answer(inside, Some(json!("other")));
    session.note(inside, "khác");
    assert_eq!(session.data()["p"], json!([{"q": "other", "q-Comment": "khác"}]));
    assert!(session.add_row_to(panel) && session.remove_row_from(panel, 0));
    assert_eq!(session.panel_rows(panel).len(), 1);
    assert_eq!(session.offers(inside).last().unwrap().words, "", "the pack's words");
}

#[test]
fn a_server_refuses_unknown_names_and_wrong_shapes() {
    let model = Model::parse(
        &json!({"calculatedValues": [{"name": "sum", "expression": "1", "includeIntoResult": true}],
        "elements": [{"type": "checkbox", "name": "c", "choices": [1], "showOtherItem": true},
            {"type": "panel", "elements": [{"type": "rating", "name": "r"}]}]})
        .to_string(),
    )
    .unwrap();
    let misfit = |answers: Value| model.misfits(answers.as_object().unwrap()).first().map(|fault| fault.code);
    assert_eq!(misfit(json!({"c": [1], "c-Comment": "x", "r": 5, "sum": 1})), None);
    assert_eq!(misfit(json!({"c": 1})), Some(FaultCode::WrongType));
    assert_eq!(misfit(json!({"r": 6})), Some(FaultCode::NotAChoice));
    assert_eq!(misfit(json!({"d": 1})), Some(FaultCode::UnknownQuestion));
}
