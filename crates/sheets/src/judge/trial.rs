//! Tests that a designer writes beside a survey.
//!
//! ```json
//! {"tests": [{"name": "unhappy people are asked why", "steps": [
//!   {"set": {"overall": 1}, "expect": {"visible": ["overall", "why"]}},
//!   {"next": true, "expect": {"errors": {"why": ["required"]}}}]}]}
//! ```
//! A step answers, then moves, then looks. `expect` holds any of `mot-cua play`'s members, and `hidden`: names that are not visible.

use std::rc::Rc;

use mot_cua_contract::Mistake;
use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::{Errors, Session};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::state::state;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    tests: Vec<Test>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    name: String,
    steps: Vec<Step>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Step {
    set: Map<String, Value>,
    next: bool,
    back: bool,
    complete: bool,
    expect: Map<String, Value>,
}

/// Runs the tests of `text` on a survey. `clock`: what today is. Empty: all of them hold.
pub fn trial(survey: &str, text: &str, clock: Clock) -> Vec<Mistake> {
    let file: File = match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let expected =
                "{\"tests\":[{\"name\":\"…\",\"steps\":[{\"set\":{…},\"next\":true,\"expect\":{…}}]}]}";
            return vec![Mistake::error("test-shape", "", error.to_string(), expected)];
        }
    };
    // A survey that cannot be run has been told of itself.
    let Some(model) = Model::parse(survey).map(Rc::new) else { return Vec::new() };
    let failed = |(at, test)| one(&model, test, at, clock);
    file.tests.into_iter().enumerate().flat_map(failed).collect()
}

fn one(model: &Rc<Model>, test: Test, at: usize, clock: Clock) -> Vec<Mistake> {
    let mut session = Session::new(Rc::clone(model), clock, 1, "vi");
    let mut failed = Vec::new();
    for (number, step) in test.steps.into_iter().enumerate() {
        for (name, value) in step.set {
            session.set(&name, value);
        }
        let mut errors = Errors::new();
        if step.next {
            errors = session.next_page().err().unwrap_or_default();
        }
        if step.back {
            session.back();
        }
        if step.complete {
            errors = session.complete().err().unwrap_or_default();
        }
        let shown = state(&session, &errors);
        for (member, expected) in &step.expect {
            if let Some(found) = otherwise(&shown, member, expected) {
                let path = format!("tests[{at}].steps[{number}].expect.{member}");
                let found = format!("{}: {found}", test.name);
                failed.push(Mistake::error("test-failed", path, found, expected.to_string()));
            }
        }
    }
    failed
}

/// What is there, if that is not what was expected.
fn otherwise(state: &Value, member: &str, expected: &Value) -> Option<String> {
    let visible = state["visible"].as_array().map(Vec::as_slice).unwrap_or_default();
    if member == "hidden" {
        let names = expected.as_array().map(Vec::as_slice).unwrap_or_default();
        let seen: Vec<String> =
            names.iter().filter(|name| visible.contains(name)).map(Value::to_string).collect();
        return (!seen.is_empty()).then(|| format!("{} visible", seen.join(", ")));
    }
    let found = match member {
        // Types alone read better than objects.
        "errors" => short(&state["errors"]),
        member => state.get(member).cloned().unwrap_or_default(),
    };
    let expected = if member == "errors" { short(expected) } else { expected.clone() };
    (found != expected).then(|| found.to_string())
}

/// `{"q": [{"type": "required"}]}` and `{"q": ["required"]}` are the same.
fn short(errors: &Value) -> Value {
    let types = |found: &Value| -> Value {
        let all = found.as_array().map(Vec::as_slice).unwrap_or_default();
        all.iter().map(|error| error.get("type").unwrap_or(error).clone()).collect()
    };
    let all = errors.as_object().cloned().unwrap_or_default();
    Value::Object(all.iter().map(|(name, found)| (name.clone(), types(found))).collect())
}
