//! Elements that wait for one another: each is shown only after an answer to the other, so that nobody sees either.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::collect::{Part, Survey, heads, items};
use super::{Code, Found};
use crate::expression::{Clock, Expression, Op, Values};

/// What gives a question a value although nobody sees it.
const GIVES: [&str; 4] = ["defaultValue", "defaultValueExpression", "setValueExpression", "expression"];

pub(super) fn check(survey: &Survey, found: &mut Found) {
    let given: BTreeSet<String> = items(survey.raw, "triggers", "")
        .into_iter()
        .filter_map(|(_, trigger)| trigger.get("setToName")?.as_str().map(str::to_lowercase))
        .collect();
    let waits: Vec<Option<Vec<usize>>> =
        (0..survey.parts.len()).map(|id| waits_for(survey, id, &given)).collect();
    // What to look at again once this is seen: what waits for it, and what is in it.
    let mut behind = vec![Vec::new(); survey.parts.len()];
    for (id, (part, waits)) in survey.parts.iter().zip(&waits).enumerate() {
        for before in waits.iter().flatten().chain(&part.parent) {
            behind.get_mut(*before).into_iter().for_each(|all: &mut Vec<usize>| all.push(id));
        }
    }
    let mut seen = vec![false; survey.parts.len()];
    let mut open: Vec<usize> = (0..survey.parts.len()).rev().collect();
    while let Some(id) = open.pop() {
        let is = |id: usize| seen.get(id).copied().unwrap_or(false);
        let free = waits.get(id).and_then(Option::as_ref).is_none_or(|all| all.iter().any(|one| is(*one)));
        let inside = survey.parts.get(id).and_then(|part| part.parent).is_none_or(is);
        if !is(id) && free && inside {
            seen.get_mut(id).into_iter().for_each(|seen| *seen = true);
            open.extend(behind.get(id).into_iter().flatten());
        }
    }
    for ((part, seen), waits) in survey.parts.iter().zip(&seen).zip(&waits) {
        let Some(waits) = waits.as_ref().filter(|_| !seen && !has_value(part)) else { continue };
        let others: Vec<&str> =
            waits.iter().filter_map(|id| survey.parts.get(*id)).map(|part| part.name).collect();
        let at = format!("{}.visibleIf", part.path);
        found.add(Code::Stuck, &at, &[("name", part.name), ("other", &others.join(", "))]);
    }
}

fn has_value(part: &Part) -> bool {
    GIVES.iter().any(|member| part.raw.get(*member).is_some_and(|value| *value != Value::Null))
}

/// The questions, one of which must be answered before this is shown. `None`: it may be shown without.
fn waits_for(survey: &Survey, id: usize, given: &BTreeSet<String>) -> Option<Vec<usize>> {
    let part = survey.parts.get(id).filter(|part| part.hosts.is_empty())?;
    let condition = Expression::parse(part.raw.get("visibleIf")?.as_str()?).ok()?;
    let calls = condition.program().ops.iter().any(|op| matches!(op, Op::Call { .. }));
    let nothing = Values::new(&Map::new(), Clock { now: 0.0, offset: 0 });
    if calls || condition.holds(&nothing) != Ok(false) {
        return None;
    }
    let mut all = Vec::new();
    for variable in condition.variables() {
        let names = heads(variable);
        let other = names.iter().rev().find_map(|name| survey.questions.get(name))?;
        let asked = survey.parts.get(*other)?;
        let set =
            GIVES.iter().any(|member| asked.raw.get(*member).is_some_and(|value| *value != Value::Null));
        if set || names.iter().any(|name| given.contains(name) || survey.variables.contains_key(name)) {
            return None;
        }
        all.push(*other);
    }
    (!all.is_empty()).then_some(all)
}
