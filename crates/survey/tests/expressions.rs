//! SurveyJS's expression language, case by case.
#![allow(clippy::unwrap_used)]

use mot_cua_survey::expression::{Clock, Datum, Expression, MOST_BYTES, Reason, Values};
use serde_json::{Map, Value, json};

/// Mid-November 2026 in Việt Nam, when the cases were observed: some ask for the year and the month.
fn clock() -> Clock {
    Clock { now: 1_794_700_000_000.0, offset: 420 }
}

/// What SurveyJS gives, in the spelling of the cases: undefined and what is not finite are objects.
fn spelled(datum: &Datum) -> Value {
    match datum {
        Datum::Undefined => json!({"$undefined": true}),
        Datum::Number(number) if !number.is_finite() => json!({"$nonfinite": number.to_string()}),
        other => other.to_json().unwrap(),
    }
}

fn value(expression: &str, values: &Value) -> Value {
    let scope = Values::new(values.as_object().unwrap(), clock());
    spelled(&Expression::parse(expression).unwrap().value(&scope).unwrap())
}

fn same(a: &Value, b: &Value) -> bool {
    a == b
        || matches!((a.as_f64(), b.as_f64()), (Some(a), Some(b)) if a.total_cmp(&b).is_eq())
        || matches!((a, b), (Value::Array(a), Value::Array(b)) if a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)))
}

/// Every case that SurveyJS 3.1.1 was observed in; none is known to fail.
#[test]
fn gives_what_surveyjs_gives() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases/surveyjs-expressions.json");
    let Ok(text) = std::fs::read_to_string(path) else { return println!("skipped: no ../shared") };
    let file: Value = serde_json::from_str(&text).unwrap();
    let mut failed = Vec::new();
    let cases = file["cases"].as_array().unwrap();
    for case in cases {
        let scope = Values::new(case["values"].as_object().unwrap_or(&Map::new()), clock());
        let found = match Expression::parse(case["expression"].as_str().unwrap()) {
            Err(_) => json!("does not parse"),
            Ok(expression) if case["kind"] == "condition" => json!(expression.holds(&scope).unwrap()),
            Ok(expression) => spelled(&expression.value(&scope).unwrap()),
        };
        let expected =
            if case["valid"] == false { json!("does not parse") } else { case["expected"].clone() };
        if !same(&found, &expected) {
            failed.push(format!(
                "{} {}: {found}, not {expected}; {}",
                case["id"], case["expression"], case["values"]
            ));
        }
    }
    println!("{} of {} cases", cases.len() - failed.len(), cases.len());
    assert_eq!(failed, Vec::<String>::new());
}

#[test]
fn functions_that_no_case_calls() {
    let values =
        json!({"d": "2000-02-29", "t": "2026-11-15T23:30:00", "k": [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]});
    for (expression, expected) in [
        ("age({d})", json!(26)),
        ("age({d}, 'months')", json!(320)),
        ("getYear({d})", json!(2000)),
        ("currentYear()", json!(2026)),
        ("diffDays('2026-01-01', '2026-03-01')", json!(59)),
        ("dateDiff({t}, '2026-11-16', 'minutes')", json!(30)),
        ("dateAdd('2026-01-31', 1, 'months') = '2026-03-03'", json!(true)),
        ("dateAdd({t}, 45, 'minutes') > '2026-11-16'", json!(false)),
        ("getDate({d}) < today()", json!(true)),
        ("today(-1) < currentDate()", json!(true)),
        ("day('2026-02-30')", json!({"$nonfinite": "NaN"})),
        ("weekday('12/31/2026')", json!(4)),
        ("maxInArray({k}, 'a', 'b')", json!("y")),
        ("displayValue('d')", json!({"$undefined": true})),
        ("isContainerReady('d')", json!(false)),
        ("substring('Một cửa', 4)", json!("cửa")),
        ("{k[-1].b}", json!("y")),
        ("{K[0].B} + {k.length}", json!("x2")),
        ("1e3", json!("does not parse")),
        ("sum(null, 5)", json!(0)),
        ("1.0 + .5", json!("does not parse")),
    ] {
        let found = match Expression::parse(expression) {
            Ok(_) => value(expression, &values),
            Err(_) => json!("does not parse"),
        };
        assert!(same(&found, &expected), "{expression}: {found}");
    }
}

/// Each would take years, or the stack, if it were tried naively.
#[test]
fn what_is_too_much_is_refused_at_once() {
    let reason = |text: &str| Expression::parse(text).unwrap_err().reason;
    assert_eq!(reason(&"1+".repeat(1 << 19)), Reason::TooLong);
    assert_eq!(reason(&"(".repeat(10_000)), Reason::TooDeep);
    assert_eq!(reason(&"!".repeat(10_000)), Reason::TooDeep);
    assert_eq!(reason(&"foo(".repeat(10_000)), Reason::TooDeep);
    assert_eq!(reason(&"[1+(1+".repeat(45)), Reason::Syntax);
    assert_eq!(reason(""), Reason::Blank);
    assert_eq!(reason("null"), Reason::Nothing);
    let chain = "1+".repeat(MOST_BYTES / 2 - 1) + "1";
    assert_eq!(value(&chain, &json!({})), json!(MOST_BYTES / 2));
    let list = json!({"a": (0..3_000).collect::<Vec<_>>()});
    let pairs = Expression::parse("{a} allof {a}").unwrap();
    assert!(pairs.holds(&Values::new(list.as_object().unwrap(), clock())).is_err());
}

#[test]
fn says_where_it_broke() {
    for (text, at) in
        [("{a} = 1 andd {b}", 13), ("{a} = ", 6), ("'open", 0), ("{a} ~ 1", 4), ("{quà} = = 1", 8)]
    {
        assert_eq!(Expression::parse(text).unwrap_err().at, at, "{text}");
    }
}
