//! Expressions of a sheet do what they do in a tool for `XLSForm`.

use std::rc::Rc;

use mot_cua_survey::expression::{Clock, Datum, Expression, Values};
use mot_cua_survey::model::Model;
use mot_cua_survey::session::Session;
use serde_json::{Map, Value, json};

use super::markdown;

const FORM: &str = "
| survey |
| | type | name | label | relevant | choice_filter | constraint |
| | text | t | T | | | |
| | integer | n | N | | | |
| | select_one l | one | One | | | |
| | select_multiple l | many | Many | | | |
| | acknowledge | ok | OK | | | |
| | date | d | D | | | |
| | text | q | Q | <here> | | |
| choices |
| | list_name | name | label |
| | l | a | A |
| | l | b | B |
";

fn relevant(expression: &str) -> Expression {
    let survey = markdown(&FORM.replace("<here>", expression))
        .unwrap_or_else(|found| panic!("{expression}: {found:?}"));
    let spelled = survey.json["elements"][6]["visibleIf"].as_str().unwrap().to_owned();
    Expression::parse(&spelled).unwrap_or_else(|_| panic!("{expression}: {spelled}"))
}

fn scope(values: Value) -> Values {
    let Value::Object(values) = values else { panic!() };
    let values: Map<String, Value> = values;
    Values::new(&values, Clock { now: 1_790_000_000_000.0, offset: 420 })
}

#[test]
fn conditions_hold_as_on_the_sheet() {
    let empty = json!({});
    let full = json!({"t": "abc", "n": 7, "one": "a", "many": ["a", "b"], "ok": true, "d": "2026-01-31"});
    // Expression, with nothing answered, with all answered.
    let cases = [
        ("${t} = ''", true, false),
        ("${t} != ''", false, true),
        ("${t} = 'abc'", false, true),
        ("string-length(${t}) < 5", true, true),
        ("string-length(${t}) = 0", true, false),
        ("string-length(${t}) = 3", false, true),
        ("${n} >= 7", false, true),
        ("${n} - 1 = 6 and ${n} mod 2 = 1", false, true),
        ("${n} div 2 = 3.5", false, true),
        ("-${n} < -6", false, true),
        ("int(${n} div 2) = 3", false, true),
        ("round(${n} div 3, 1) = 2.3", false, true),
        ("selected(${one}, 'a')", false, true),
        ("selected(${many}, 'b')", false, true),
        ("not(selected(${many}, 'b'))", true, false),
        ("count-selected(${many}) = 2", false, true),
        ("count-selected(${many}) = 0", true, false),
        ("${ok} = 'OK'", false, true),
        ("if(${n} > 5, 'x', 'y') = 'x'", false, true),
        ("coalesce(${t}, 'none') = 'none'", true, false),
        ("concat(${t}, '-', ${n}) = 'abc-7'", false, true),
        ("${d} = date('2026-01-31')", false, true),
        ("${d} < today()", false, true),
        ("${n} > 5 = true()", false, true),
        ("true() and not(false())", true, true),
    ];
    for (expression, nothing, all) in cases {
        let compiled = relevant(expression);
        let holds = |values: &Value| compiled.holds(&scope(values.clone())).unwrap();
        assert_eq!((holds(&empty), holds(&full)), (nothing, all), "{expression}");
    }
    assert_eq!(relevant("${n} * 2").value(&scope(full)).unwrap(), Datum::Number(14.0));
}

#[test]
fn a_filter_leaves_choices_out() {
    let form = std::fs::read_to_string(super::here("forms/logic.md")).unwrap();
    let json = markdown(&form).unwrap().json.to_string();
    let clock = Clock { now: 1_790_000_000_000.0, offset: 420 };
    let mut session = Session::new(Rc::new(Model::parse(&json).unwrap()), clock, 1, "vi");
    session.set("province", json!("hue"));
    let offered = session.shown().choices.into_iter().find(|(name, _)| name == "commune");
    assert_eq!(offered.unwrap().1, [json!("phuxuan")]);
    let why = || "why".to_owned();
    assert!(!session.shown().visible.contains(&why()));
    session.set("came", json!("yes"));
    assert!(session.shown().visible.contains(&why()) && session.shown().required.contains(&why()));
}

#[test]
fn constraints_are_not_asked_of_nothing() {
    let form = std::fs::read_to_string(super::here("forms/limits.md")).unwrap();
    let model = Rc::new(Model::parse(&markdown(&form).unwrap().json.to_string()).unwrap());
    let errors = |answers: &[(&str, Value)]| {
        let mut session =
            Session::new(Rc::clone(&model), Clock { now: 1_790_000_000_000.0, offset: 420 }, 1, "en");
        for (name, value) in answers {
            session.set(name, value.clone());
        }
        let wrong: Vec<String> = session.validate().iter().map(|(name, _)| name.clone()).collect();
        wrong
    };
    assert_eq!(errors(&[]), Vec::<String>::new());
    let good = [
        ("age", json!(20)),
        ("more", json!(21)),
        ("code", json!("VN1")),
        ("born", json!("2000-01-31")),
        ("some", json!(["a", "b"])),
    ];
    assert_eq!(errors(&good), Vec::<String>::new());
    let bad = [
        ("age", json!(17)),
        ("paid", json!(-1)),
        ("born", json!("2999-01-01")),
        ("middle", json!("ab")),
        ("code", json!("vn")),
        ("few", json!(["a", "b", "c"])),
        ("some", json!(["a", "b", "c"])),
        ("more", json!(5)),
    ];
    assert_eq!(errors(&bad), bad.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
}
