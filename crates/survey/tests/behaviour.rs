//! What SurveyJS 3.1.1 was observed to show, case by case.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;
use std::rc::Rc;

use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::{Model, OUTSIDE};
use mot_cua_survey::session::{Error, Errors, Session};
use serde_json::{Map, Value, json};

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/");

fn state(session: &Session) -> Value {
    let shown = session.shown();
    json!({
        "page": shown.page,
        "state": shown.state.as_str(),
        "visiblePages": shown.visible_pages,
        "visible": shown.visible,
        "required": shown.required,
        "readOnly": shown.read_only,
        "choices": shown.choices.into_iter().collect::<BTreeMap<_, _>>(),
        "data": shown.data,
    })
}

fn errors(errors: &Errors) -> Value {
    let types = |found: &Vec<Error>| -> Vec<Value> {
        found.iter().map(|error| json!({"type": error.as_str()})).collect()
    };
    // Those of panels and pages, and within dynamic panels, are not in the cases.
    let inner = |name: &str, found: &[Error]| name.contains("].") || found.contains(&Error::RequireOne);
    let own = errors.iter().filter(|(name, found)| !inner(name, found));
    Value::Object(own.map(|(name, found)| (name.clone(), types(found).into())).collect())
}

/// Without the words, which are another language's.
fn types_only(errors: Option<&Value>) -> Value {
    let mut errors = errors.cloned().unwrap_or_else(|| json!({}));
    for found in errors.as_object_mut().unwrap().values_mut() {
        for error in found.as_array_mut().unwrap() {
            error.as_object_mut().unwrap().remove("text");
        }
    }
    errors
}

fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (a, b) => a == b || matches!((a.as_f64(), b.as_f64()), (Some(a), Some(b)) if a.total_cmp(&b).is_eq()),
    }
}

/// What of `expected` is otherwise.
fn compare(at: &str, found: &Value, expected: &Value, told: &mut Vec<String>) {
    let empty = Map::new();
    for member in ["page", "state", "visiblePages", "visible", "required", "readOnly", "choices", "data"] {
        let none = match member {
            "readOnly" => json!([]),
            "choices" => json!({}),
            _ => Value::Null,
        };
        let expected = expected.as_object().unwrap_or(&empty).get(member).unwrap_or(&none);
        if !same(&found[member], expected) {
            told.push(format!("{at}.{member}: {} is not {expected}", found[member]));
        }
    }
}

/// Everything that is otherwise than in SurveyJS.
fn play(case: &Value) -> Vec<String> {
    let text = match case["surveyFile"].as_str() {
        Some(file) => std::fs::read_to_string(format!("{SHARED}{file}")).unwrap(),
        None => case["survey"].to_string(),
    };
    let model = Model::parse(&text).expect("a survey");
    let mut session = Session::new(Rc::new(model), Clock { now: 1_794_700_000_000.0, offset: 420 }, 1, "en");
    let mut told = Vec::new();
    compare("initial", &state(&session), &case["initial"], &mut told);
    for (at, step) in case["steps"].as_array().unwrap().iter().enumerate() {
        for (name, value) in step["set"].as_object().unwrap_or(&Map::new()) {
            session.set(name, value.clone());
        }
        let mut found = Errors::new();
        if step.get("nextPage").is_some() {
            found = session.next_page().err().unwrap_or_default();
        }
        let at = format!("steps[{at}]");
        compare(&at, &state(&session), &step["state"], &mut told);
        if !same(&errors(&found), &types_only(step.get("errors"))) {
            told.push(format!("{at}.errors: {} is not {}", errors(&found), types_only(step.get("errors"))));
        }
    }
    let all = session.validate();
    let valid = case["validateAll"]["valid"] == true;
    if all.is_empty() != valid || !same(&errors(&all), &types_only(case["validateAll"].get("errors"))) {
        told.push(format!("validateAll: {all:?} is not {}", case["validateAll"]));
    }
    let _ = session.complete();
    let last = &case["final"];
    let found = state(&session);
    for member in ["state", "data"] {
        if !same(&found[member], &last[member]) {
            told.push(format!("final.{member}: {} is not {}", found[member], last[member]));
        }
    }
    told
}

fn types(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            into.extend(members.get("type").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|value| types(value, into));
        }
        Value::Array(items) => items.iter().for_each(|value| types(value, into)),
        _ => {}
    }
}

/// All cases but those with a question of a type in [`OUTSIDE`] (`matrixdropdown`, `matrixdynamic` in these cases): the profile
/// leaves them out, they are shown as a note, and none of their logic runs. No other case is left out, and none may fail.
#[test]
fn does_what_surveyjs_does() {
    let Ok(text) = std::fs::read_to_string(format!("{SHARED}cases/surveyjs-behaviour.json")) else {
        return println!("skipped: no ../shared");
    };
    let file: Value = serde_json::from_str(&text).unwrap();
    let (mut inside, mut failed) = (0, Vec::new());
    for case in file["cases"].as_array().unwrap() {
        let mut all = Vec::new();
        types(&case["survey"], &mut all);
        if let Some(file) = case["surveyFile"].as_str() {
            types(
                &serde_json::from_str(&std::fs::read_to_string(format!("{SHARED}{file}")).unwrap()).unwrap(),
                &mut all,
            );
        }
        if all.iter().any(|kind| OUTSIDE.contains(&kind.as_str())) {
            continue;
        }
        inside += 1;
        let told = play(case);
        if !told.is_empty() {
            failed.push(format!("{}\n    {}", case["id"], told.join("\n    ")));
        }
    }
    println!("{} of {inside} cases inside the profile", inside - failed.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
