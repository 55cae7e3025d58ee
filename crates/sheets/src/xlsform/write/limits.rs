//! Limits and validators as one constraint.

use serde_json::{Map, Value};

use super::super::formula::{Op, Tree, Where, tree};
use super::cells::Cells;
use super::expressions::both;
use super::words::put_piped;

/// Members that a constraint says.
pub(super) const MEMBERS: [&str; 10] = [
    "validators",
    "min",
    "max",
    "minValueExpression",
    "maxValueExpression",
    "minErrorText",
    "maxErrorText",
    "maxLength",
    "minSelectedChoices",
    "maxSelectedChoices",
];

pub(super) fn cells(element: &mut Map<String, Value>, at: Where, cells: &mut Cells) {
    let mut parts = Vec::new();
    let mut message: Option<Value> = None;
    let mut bound = |member: &str, op: &str, words: &str, parts: &mut Vec<String>| {
        let said = match element.get(member) {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(text)) if text == "today()" && member.ends_with("Expression") => text.clone(),
            Some(Value::String(text)) if !text.contains('\'') && !member.ends_with("Expression") => {
                format!("date('{text}')")
            }
            _ => return,
        };
        parts.push(format!(". {op} {said}"));
        if message.is_none() {
            message = element.get(words).cloned();
        }
    };
    bound("min", ">=", "minErrorText", &mut parts);
    bound("minValueExpression", ">=", "minErrorText", &mut parts);
    bound("max", "<=", "maxErrorText", &mut parts);
    bound("maxValueExpression", "<=", "maxErrorText", &mut parts);
    for (member, function, op) in [
        ("maxLength", "string-length", "<="),
        ("minSelectedChoices", "count-selected", ">="),
        ("maxSelectedChoices", "count-selected", "<="),
    ] {
        if let Some(count) = element.get(member).and_then(Value::as_u64) {
            parts.push(format!("{function}(.) {op} {count}"));
        }
    }
    if let Some(Value::Array(validators)) = element.get_mut("validators") {
        for validator in validators {
            let Some(said) = validated(validator, at) else { return };
            parts.extend(said);
            if message.is_none() {
                message = validator.get("text").cloned();
            }
        }
    }
    if parts.is_empty() {
        return;
    }
    cells.put("constraint", parts.join(" and "));
    if let Some(message) = message {
        put_piped("constraint_message", &message, at, cells);
    }
}

/// `None`: a sheet cannot say it.
fn validated(validator: &mut Value, at: Where) -> Option<Vec<String>> {
    let count = |member: &str| validator.get(member).and_then(Value::as_u64);
    let counts = |function: &str, least: &str, most: &str| {
        let said = [(count(least), ">="), (count(most), "<=")];
        said.into_iter().filter_map(|(count, op)| Some(format!("{function}(.) {op} {}", count?))).collect()
    };
    match validator.get("type")?.as_str()? {
        "text" => Some(counts("string-length", "minLength", "maxLength")),
        "answercount" => Some(counts("count-selected", "minCount", "maxCount")),
        "regex" => {
            let pattern = validator.get("regex")?.as_str()?;
            let quote = ['\'', '"'].into_iter().find(|quote| !pattern.contains(*quote))?;
            Some(vec![format!("regex(., {quote}{pattern}{quote})")])
        }
        "expression" => {
            let whole = tree(validator.get("expression")?.as_str()?, at)?;
            let Tree::Pair(Op::Or, first, rest) = &whole else { return None };
            if !matches!(first.as_ref(), Tree::Pair(Op::Equal, own, nothing) if **own == Tree::Own && **nothing == Tree::Text(String::new()))
            {
                return None;
            }
            let (cell, _) = both(rest, at)?;
            let (_, canonical) = both(&whole, at)?;
            validator["expression"] = canonical.into();
            let loose = matches!(rest.as_ref(), Tree::Pair(Op::Or, ..));
            Some(vec![if loose { format!("({cell})") } else { cell }])
        }
        _ => None,
    }
}
