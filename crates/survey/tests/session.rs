//! What a survey does with answers, and that nothing brings it down.
#![allow(clippy::unwrap_used)]

use std::rc::Rc;
use std::time::Instant;

use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::{Session, State};
use proptest::prelude::*;
use serde_json::{Value, json};

fn begin(survey: &Value) -> Session {
    let model = Model::parse(&survey.to_string()).unwrap();
    Session::new(Rc::new(model), Clock { now: 1_794_700_000_000.0, offset: 420 }, 7, "vi")
}

#[test]
fn questions_stand_in_an_order_drawn_from_the_seed() {
    let page = |more: &str| {
        let questions: Vec<Value> =
            (0..6).map(|n| json!({"type": "text", "name": format!("{more}{n}")})).collect();
        json!({"name": more, "elements": questions})
    };
    let mut fixed = page("f");
    fixed["questionOrder"] = "initial".into();
    let survey = json!({"questionsOrder": "random", "pages": [page("a"), fixed]});
    let order = |seed: u64, place: usize| {
        let model = Rc::new(Model::parse(&survey.to_string()).unwrap());
        let session = Session::new(model, Clock { now: 0.0, offset: 0 }, seed, "vi");
        let name = |id: usize| session.element(id).unwrap().name.clone();
        session.at_place(place).into_iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(order(1, 0), order(1, 0));
    assert!((2..9).any(|seed| order(seed, 0) != order(1, 0)));
    let mut sorted = order(1, 0);
    sorted.sort();
    assert_eq!(sorted, ["a0", "a1", "a2", "a3", "a4", "a5"]);
    assert_eq!(order(3, 1), ["f0", "f1", "f2", "f3", "f4", "f5"]);
}

#[test]
fn where_all_pages_are_one_there_is_one_place() {
    let session = begin(&json!({"questionsOnPageMode": "singlePage", "pages": [
        {"elements": [{"type": "text", "name": "a"}]}, {"elements": [{"type": "text", "name": "b"}]}]}));
    assert_eq!(session.places(), [0]);
    let names: Vec<_> =
        session.at_place(0).into_iter().map(|id| session.element(id).unwrap().name.clone()).collect();
    assert_eq!(names, ["a", "b"]);
}

#[test]
fn going_back_loses_nothing_and_skipped_pages_are_not_met() {
    let mut session = begin(&json!({"pages": [
        {"name": "a", "elements": [{"type": "boolean", "name": "more"}]},
        {"name": "b", "visibleIf": "{more} = true", "elements": [{"type": "text", "name": "words", "isRequired": true}]},
        {"name": "c", "elements": [{"type": "comment", "name": "last"}]}]}));
    session.set("more", json!(true));
    session.next_page().unwrap();
    assert_eq!(session.shown().page.unwrap(), "b");
    assert_eq!(session.next_page().unwrap_err()[0].0, "words");
    session.set("words", json!("x"));
    assert!(session.back());
    session.set("more", json!(false));
    session.next_page().unwrap();
    assert_eq!((session.shown().page.unwrap().as_str(), session.progress()), ("c", (1, 2)));
    session.next_page().unwrap();
    assert_eq!(
        (session.state(), session.data()),
        (State::Completed, json!({"more": false}).as_object().unwrap())
    );
}

#[test]
fn answers_stand_in_texts_and_endings() {
    let mut session = begin(&json!({
        "completedHtml": "Cảm ơn {name}", "completedHtmlOnCondition": [{"expression": "{rate} <= 2", "html": {"vi": "Xin lỗi {name}: {rate}"}}],
        "elements": [{"type": "text", "name": "name"}, {"type": "rating", "name": "rate", "rateValues": [{"value": 1, "text": {"vi": "Kém"}}, 5]}]}));
    assert_eq!(session.piped("{name}|{nobody}|{"), "|{nobody}|{");
    session.set("name", json!("Bà Năm"));
    session.set("rate", json!(1));
    session.complete().unwrap();
    assert_eq!(session.completed_html().unwrap(), "Xin lỗi Bà Năm: Kém");
}

#[test]
fn rows_of_a_dynamic_panel_have_logic_of_their_own() {
    let mut session = begin(
        &json!({"elements": [{"type": "paneldynamic", "name": "kin", "keyName": "who", "maxPanelCount": 2, "templateElements": [
        {"type": "text", "name": "who"}, {"type": "text", "name": "age", "visibleIf": "{panel.who} notempty", "isRequired": true}]},
        {"type": "expression", "name": "sum", "expression": "sumInArray({kin}, 'age')"}]}),
    );
    assert!(session.add_row("kin") && session.add_row("kin") && !session.add_row("kin"));
    assert!(session.set_in("kin", 0, "who", json!("a")));
    assert_eq!(session.validate()[0].0, "kin[0].age");
    session.set_in("kin", 0, "age", json!(7));
    session.set_in("kin", 1, "who", json!("A"));
    session.set_in("kin", 1, "age", json!(5));
    assert_eq!(
        (&session.data()["sum"], session.validate()[0].1[0].as_str()),
        (&json!(12), "keyduplicationerror")
    );
    assert!(session.remove_row("kin", 0) && !session.set_in("kin", 1, "who", json!("x")));
    assert_eq!(session.data()["kin"], json!([{"who": "A", "age": 5}]));
}

#[test]
fn the_same_seed_gives_the_same_order() {
    let survey = json!({"elements": [{"type": "radiogroup", "name": "q", "choicesOrder": "random", "choicesVisibleIf": "true",
        "choices": (0..20).collect::<Vec<_>>()}]});
    let order = |seed| {
        let model = Rc::new(Model::parse(&survey.to_string()).unwrap());
        Session::new(model, Clock::default(), seed, "vi").shown().choices
    };
    assert_eq!(order(1), order(1));
    assert_ne!(order(1), order(2));
}

/// Each would be an endless loop, a stack overflow, or seconds of work.
#[test]
fn hostile_definitions_end_fast() {
    let circle = json!({"elements": [
        {"type": "text", "name": "a", "setValueExpression": "{b} + 1"}, {"type": "text", "name": "b", "setValueExpression": "{a} + 1"},
        {"type": "text", "name": "c", "visibleIf": "{c} empty", "clearIfInvisible": "onHidden"}],
        "calculatedValues": [{"name": "x", "expression": "{y} + 1"}, {"name": "y", "expression": "{x} + 1"}],
        "triggers": [{"type": "setvalue", "expression": "{a} notempty", "setToName": "b", "setValue": 1},
            {"type": "runexpression", "expression": "{b} > 0", "setToName": "a", "runExpression": "{a} + {b} + 1"}]});
    let mut session = begin(&circle);
    session.set("a", json!(1));
    session.set("c", json!("x"));
    let names = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", ""];
    let condition = |name: &str| format!("{{{name}}} empty or {{constructor.name}} = 'x'");
    let odd: Vec<Value> = names
        .into_iter()
        .map(|name| json!({"type": "text", "name": name, "visibleIf": condition(name)}))
        .collect();
    let odd = json!({"elements": odd});
    let mut session = begin(&odd);
    session.set("__proto__", json!({"a": 1}));
    assert_eq!(session.data()["__proto__"], json!({"a": 1}));
    let deep = format!(
        "{}{}",
        "{\"elements\":[{\"type\":\"panel\",\"elements\":[".repeat(5_000),
        "]}]}".repeat(5_000)
    );
    let large =
        json!({"title": "x".repeat(10 << 20), "elements": [{"type": "text", "name": "a"}]}).to_string();
    let many = json!({"elements": (0..6_000).map(|at| json!({"type": "text", "name": format!("q{at}")})).collect::<Vec<_>>()}).to_string();
    for json in
        [deep, large, many, String::new(), "[]".into(), "{\"pages\": 5}".into(), "{\"pages\": []}".into()]
    {
        assert!(
            Model::parse(&json).is_none_or(|model| model.pages.iter().all(|page| page.children().is_empty()))
        );
    }
    let rows = json!({"elements": [{"type": "paneldynamic", "name": "p", "panelCount": 100_000, "templateElements": [
        {"type": "paneldynamic", "name": "q", "panelCount": 100_000, "templateElements": [
            {"type": "paneldynamic", "name": "r", "panelCount": 100_000, "templateElements": [{"type": "text", "name": "s"}]}]}]}]});
    begin(&rows);
}

/// 500 questions, 300 expressions; prints what it takes.
#[test]
fn a_large_survey_is_quick() {
    let elements: Vec<Value> = (0..500)
        .map(|at| {
            let mut element =
                json!({"type": "radiogroup", "name": format!("q{at}"), "choices": [1, 2, 3, 4, 5]});
            if at > 0 && at <= 300 {
                element["visibleIf"] = json!(format!("{{q{}}} > 2 or {{q0}} = 5", at - 1));
            }
            element
        })
        .collect();
    let json = json!({"pages": elements.chunks(10).map(|ten| json!({"elements": ten})).collect::<Vec<_>>()})
        .to_string();
    let start = Instant::now();
    let model = Rc::new(Model::parse(&json).unwrap());
    let mut session = Session::new(model, Clock::default(), 1, "vi");
    let load = start.elapsed();
    assert_eq!(session.shown().visible.len(), 200);
    let start = Instant::now();
    for value in [5, 4, 5, 4, 5, 4, 5, 4, 5, 4] {
        session.set("q0", json!(value));
    }
    let all = start.elapsed() / 10;
    let start = Instant::now();
    for value in [5, 4, 5, 4, 5, 4, 5, 4, 5, 4] {
        session.set("q250", json!(value));
    }
    println!("load {load:?}, an answer that 300 read {all:?}, one that 1 reads {:?}", start.elapsed() / 10);
}

fn step() -> impl Strategy<Value = (String, Value)> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..9).prop_map(Value::from),
        "[a-c ữ{}]{0,4}".prop_map(Value::from),
        prop::collection::vec((0_i64..4).prop_map(Value::from), 0..4).prop_map(Value::from),
        Just(json!([{"a": 1}, {"b": "x"}])),
        Just(json!({"r": 1})),
    ];
    ("[a-f]|next|back|complete", value)
}

fn element() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec![
        "text",
        "comment",
        "radiogroup",
        "checkbox",
        "ranking",
        "boolean",
        "rating",
        "matrix",
        "multipletext",
        "expression",
        "paneldynamic",
        "html",
        "file",
        "matrixdynamic",
    ]);
    let logic = prop::sample::select(vec![
        "{a} > {b}",
        "{a} = {c} and {d} notempty",
        "{panel.a} + 1",
        "{a} contains {item}",
        "iif({b} > 1, {c}, {a})",
        "{a[0].b}",
        "!{e}",
        "sumInArray({f}, 'a', {b} > 1)",
        "displayValue('a')",
        "{$b.isVisible}",
        "{self} empty",
        "((",
        "today() > {c}",
    ]);
    let rule = prop::sample::select(vec![
        "visibleIf",
        "enableIf",
        "requiredIf",
        "resetValueIf",
        "setValueIf",
        "setValueExpression",
        "defaultValueExpression",
        "choicesVisibleIf",
        "expression",
        "templateVisibleIf",
        "rowsVisibleIf",
    ]);
    (kind, "[a-f]", prop::collection::vec((rule, logic), 0..3), "[a-f]").prop_map(|(kind, name, rules, other)| {
        let mut element = json!({"type": kind, "name": name, "choices": [1, 2, "a"], "rows": ["r", "s"], "columns": [1, 2], "panelCount": 2,
            "items": [{"name": "r"}], "choicesFromQuestion": other, "clearIfInvisible": "onHidden",
            "templateElements": [{"type": "text", "name": "a", "setValueExpression": "{panel.b}"}, {"type": "text", "name": "b", "defaultValue": 1}]});
        for (rule, logic) in rules {
            element[rule] = json!(logic);
        }
        element
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("MC_LONG").is_some() { 20_000 } else { 200 }))]

    #[test]
    fn no_survey_and_no_step_makes_it_panic(elements in prop::collection::vec(element(), 1..7), steps in prop::collection::vec(step(), 0..12)) {
        let survey = json!({"pages": [{"elements": elements}, {"elements": [{"type": "text", "name": "z", "visibleIf": "{a} empty"}]}],
            "triggers": [{"type": "copyvalue", "fromName": "a", "setToName": "b"}, {"type": "skip", "expression": "{c} = 1", "gotoName": "z"},
                {"type": "complete", "expression": "{d} = 2"}, {"type": "setvalue", "expression": "{e} > 1", "setToName": "f", "setValue": [1]}]});
        let mut session = begin(&survey);
        for (name, value) in steps {
            match name.as_str() {
                "next" => drop(session.next_page()),
                "back" => drop(session.back()),
                "complete" => drop(session.complete()),
                name => session.set(name, value),
            }
            let shown = session.shown();
            prop_assert!(shown.required.iter().all(|name| shown.visible.contains(name)));
            session.validate();
        }
        mot_cua_survey::lint::inspect::inspect(&survey.to_string());
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "[{}()\\[\\]!=<>+*/^%&|,.'\" a-z0-9ữ-]{0,40}|\\PC{0,20}") {
        if let Ok(expression) = mot_cua_survey::expression::Expression::parse(&text) {
            let values = json!({"a": [1, {"b": 2}], "b": "x", "c": null, "d": 1.5});
            let scope = mot_cua_survey::expression::Values::new(values.as_object().unwrap(), Clock::default());
            let _ = expression.value(&scope);
        }
    }
}
