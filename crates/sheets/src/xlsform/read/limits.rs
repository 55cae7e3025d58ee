//! The column `constraint`: limits of the field where SurveyJS has them, validators for the rest.
//!
//! `. >= 18 and . <= 120` is `min` and `max`; `string-length(.) <= 200` is `maxLength`; `count-selected(.) <= 3` is
//! `maxSelectedChoices`; `regex(., '…')` and all else are validators. With a message, lengths and counts are validators too,
//! because only these carry words.

use serde_json::{Map, Value, json};

use super::super::finding::Found;
use super::super::formula::{Op, Tree, Where};
use super::super::row::Row;
use super::expressions::{said, tree, words};
use super::kind::{Asked, Choose, Plain};
use super::look::as_number;

pub(super) fn read(row: Row, asked: Asked, at: Where, members: &mut Map<String, Value>, found: &mut Found) {
    let Some(tree) = tree(row, "constraint", found) else { return };
    let message = words(row, "constraint_message", at, found);
    let mut parts = Vec::new();
    split(tree, &mut parts);
    let mut rest: Option<Tree> = None;
    let mut validators: Vec<Value> = Vec::new();
    for part in parts {
        if let Some((member, bound)) = bound(&part, asked) {
            members.insert(member.to_owned(), bound);
            let low = member.starts_with("min");
            if let Some(message) = &message {
                members.insert(if low { "minErrorText" } else { "maxErrorText" }.to_owned(), message.clone());
            }
        } else if let Some((kind, member, plain, count)) = counted(&part, asked) {
            if message.is_none()
                && let Some(plain) = plain
            {
                members.insert(plain.to_owned(), count);
            } else if let Some(before) =
                validators.iter_mut().find(|one| one["type"] == kind && one.get(member).is_none())
            {
                before[member] = count;
            } else {
                validators.push(json!({"type": kind, member: count}));
            }
        } else if let Tree::Call(name, arguments) = &part
            && let ("regex", [Tree::Own, Tree::Text(pattern)]) = (name.as_str(), arguments.as_slice())
        {
            validators.push(json!({"type": "regex", "regex": pattern}));
        } else {
            rest = Some(match rest {
                Some(before) => Tree::Pair(Op::And, Box::new(before), Box::new(part)),
                None => part,
            });
        }
    }
    if let Some(rest) = rest {
        // A constraint is not asked of an empty answer; an expression of SurveyJS is.
        let empty = Tree::Pair(Op::Equal, Box::new(Tree::Own), Box::new(Tree::Text(String::new())));
        let guarded = Tree::Pair(Op::Or, Box::new(empty), Box::new(rest));
        if let Some(expression) = said(row, "constraint", &guarded, at, found) {
            validators.push(json!({"type": "expression", "expression": expression}));
        }
    }
    if let Some(message) = message {
        for one in &mut validators {
            one["text"] = message.clone();
        }
    }
    if !validators.is_empty() {
        members.insert("validators".to_owned(), validators.into());
    }
}

fn split(tree: Tree, into: &mut Vec<Tree>) {
    match tree {
        Tree::Pair(Op::And, left, right) => {
            split(*left, into);
            split(*right, into);
        }
        other => into.push(other),
    }
}

/// `. >= 18`, `. <= today()`: a member and its value.
fn bound(tree: &Tree, asked: Asked) -> Option<(&'static str, Value)> {
    let Tree::Pair(op, left, right) = tree else { return None };
    let low = match (op, left.as_ref()) {
        (Op::GreaterOrEqual, Tree::Own) => true,
        (Op::LessOrEqual, Tree::Own) => false,
        _ => return None,
    };
    let fixed = if low { "min" } else { "max" };
    let run = if low { "minValueExpression" } else { "maxValueExpression" };
    match (asked, right.as_ref()) {
        (Asked::Plain(Plain::Integer | Plain::Decimal), Tree::Number(number)) => {
            Some((fixed, as_number(number)?))
        }
        (Asked::Plain(Plain::Date), Tree::Call(name, arguments)) => {
            match (name.as_str(), arguments.as_slice()) {
                ("today", []) => Some((run, "today()".into())),
                ("date", [Tree::Text(text)]) => Some((fixed, text.as_str().into())),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `string-length(.) <= 200`: the validator's type and member, the member of the field that says the same, the count.
fn counted(tree: &Tree, asked: Asked) -> Option<(&'static str, &'static str, Option<&'static str>, Value)> {
    let Tree::Pair(op, left, right) = tree else { return None };
    let (Tree::Call(name, of), Tree::Number(number)) = (left.as_ref(), right.as_ref()) else { return None };
    let [Tree::Own] = of.as_slice() else { return None };
    let count = Value::from(number.parse::<u64>().ok()?);
    let several = matches!(asked, Asked::Choose(Choose::Several | Choose::Rank, ..));
    Some(match (name.as_str(), op) {
        ("string-length", Op::LessOrEqual) => ("text", "maxLength", Some("maxLength"), count),
        ("string-length", Op::GreaterOrEqual) => ("text", "minLength", None, count),
        ("count-selected", Op::LessOrEqual) if several => {
            ("answercount", "maxCount", Some("maxSelectedChoices"), count)
        }
        ("count-selected", Op::GreaterOrEqual) if several => {
            ("answercount", "minCount", Some("minSelectedChoices"), count)
        }
        _ => return None,
    })
}
