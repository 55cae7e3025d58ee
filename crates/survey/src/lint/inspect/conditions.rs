//! Conditions whose outcome is known beforehand.

use std::collections::BTreeMap;

use serde_json::Value;

use super::collect::{Survey, Use, heads, list};
use super::{Code, Found};
use crate::expression::{Binary, Datum, Expression, Op, Order, Variable, equal, is_number, show};
use crate::question::choice::Choice;

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for written in &survey.written {
        let Ok(expression) = Expression::parse(written.text) else { continue };
        let ops = expression.program().ops.as_slice();
        if written.of == Use::Condition && constant(ops) {
            found.add(Code::MeaninglessCondition, &written.path, &[("value", written.text)]);
        }
        for pair in comparisons(ops) {
            compare(survey, &pair, &written.path, found);
        }
        if contradicts(ops) {
            found.add(Code::Contradiction, &written.path, &[("value", written.text)]);
        }
    }
}

/// Nothing in it can change, or its outcome is never a yes or no; `true` and `false` alone are meant so.
fn constant(ops: &[Op]) -> bool {
    let lone = matches!(ops, [Op::Constant(Datum::Bool(_))]);
    let changes = |op: &Op| matches!(op, Op::Variable(_) | Op::Call { .. });
    let arithmetic = matches!(
        ops.last(),
        Some(Op::Binary(
            Binary::Plus | Binary::Minus | Binary::Times | Binary::Divided | Binary::Modulo | Binary::Power
        ))
    );
    let twice = ops.windows(3).any(|three| match three {
        [Op::Variable(a), Op::Variable(b), Op::Binary(op)] => a == b && !op.fills_empty(),
        [Op::Constant(_), Op::Constant(_), Op::Binary(op)] => !op.fills_empty(),
        _ => false,
    });
    (!lone && !ops.iter().any(changes)) || arithmetic || twice
}

struct Pair<'a> {
    variable: &'a Variable,
    op: Binary,
    value: &'a Datum,
}

/// Comparisons of a variable with a constant.
fn comparisons(ops: &[Op]) -> Vec<Pair<'_>> {
    let pairs = ops.windows(3).filter_map(|three| match three {
        [Op::Variable(variable), Op::Constant(value), Op::Binary(op)]
        | [Op::Constant(value), Op::Variable(variable), Op::Binary(op)] => {
            Some(Pair { variable, op: *op, value })
        }
        _ => None,
    });
    pairs.collect()
}

fn compare(survey: &Survey, pair: &Pair, path: &str, found: &mut Found) {
    let whole = pair.variable.path.parts.len() == 1
        && pair.variable.path.parts.iter().all(|part| part.index.is_none());
    let Some(part) = survey.question(&heads(pair.variable)).filter(|_| whole) else { return };
    let compares = matches!(
        pair.op,
        Binary::Equal | Binary::NotEqual | Binary::Contains | Binary::NotContains | Binary::AnyOf
    );
    let choices: Vec<Datum> = list(part.raw, "choices")
        .iter()
        .chain(list(part.raw, "rateValues"))
        .filter_map(Choice::of)
        .map(|choice| Datum::from(&choice.value))
        .collect();
    let opens = [
        "showOtherItem",
        "hasOther",
        "choicesByUrl",
        "choicesFromQuestion",
        "choicesMin",
        "showNoneItem",
        "hasNone",
        "showRefuseItem",
        "showDontKnowItem",
    ];
    let closed = !choices.is_empty() && !opens.iter().any(|member| part.raw.contains_key(*member));
    let about = [("name", part.name), ("value", &show(pair.value))];
    let asks_choice = matches!(part.kind, "radiogroup" | "dropdown" | "checkbox" | "tagbox" | "rating");
    if compares
        && closed
        && asks_choice
        && !pair.value.is_empty()
        && !choices.iter().any(|choice| equal(choice, pair.value, Order::Any))
    {
        found.add(Code::UnknownChoice, path, &about);
    }
    let orders =
        matches!(pair.op, Binary::Less | Binary::Greater | Binary::LessOrEqual | Binary::GreaterOrEqual);
    let number = part.raw.get("inputType").is_some_and(|sort| sort == "number" || sort == "range")
        || part.kind == "rating";
    let mismatch = match part.kind {
        "boolean" if part.raw.contains_key("valueTrue") => false,
        "boolean" => {
            orders
                || (compares
                    && !matches!(pair.value, Datum::Bool(_))
                    && !matches!(pair.value, Datum::Text(text) if text == "true" || text == "false"))
        }
        "checkbox" | "tagbox" | "ranking" => orders || matches!(pair.op, Binary::Equal | Binary::NotEqual),
        "rating" | "text" if number => {
            (orders || compares)
                && part.raw.get("rateValues").is_none()
                && !is_number(pair.value)
                && !pair.value.is_empty()
        }
        _ => false,
    };
    if mismatch {
        found.add(Code::TypeMismatch, path, &about);
    }
}

/// Conditions joined by `and` alone, of which two cannot hold at once.
fn contradicts(ops: &[Op]) -> bool {
    if ops.iter().any(|op| matches!(op, Op::Binary(Binary::Or) | Op::Unary(_) | Op::Call { .. })) {
        return false;
    }
    let mut equals: BTreeMap<&str, &Datum> = BTreeMap::new();
    let mut bounds: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for Pair { variable, op, value } in comparisons(ops) {
        if op == Binary::Equal
            && equals.insert(&variable.name, value).is_some_and(|before| !equal(before, value, Order::Any))
        {
            return true;
        }
        let number = if let Datum::Number(number) = value { *number } else { continue };
        let (least, most) = bounds.entry(&variable.name).or_insert((f64::NEG_INFINITY, f64::INFINITY));
        // Only `{x} op number`: with the number first the direction turns, which comparisons of one shape do not tell.
        let forward =
            ops.windows(2).any(|two| matches!(two, [Op::Variable(one), Op::Constant(_)] if one == variable));
        match op {
            Binary::Greater | Binary::GreaterOrEqual if forward => *least = least.max(number),
            Binary::Less | Binary::LessOrEqual if forward => *most = most.min(number),
            Binary::Equal => {
                *least = least.max(number);
                *most = most.min(number);
            }
            _ => {}
        }
        if *least > *most {
            return true;
        }
    }
    false
}

/// Used where values of choices are shown.
pub(super) fn values(items: &[Value]) -> Vec<Datum> {
    items.iter().filter_map(Choice::of).map(|choice| Datum::from(&choice.value)).collect()
}
