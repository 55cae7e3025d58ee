//! One row that asks or says something.

use serde_json::{Map, Value};

use super::super::finding::{Code, Found, nearest};
use super::super::formula::{Tree, Where};
use super::super::names::is_plain;
use super::super::row::{Row, lay};
use super::Context;
use super::expressions::{expression, said, tree, words};
use super::field::field;
use super::kind::{Asked, Choose, Other};
use super::{defaults, limits, look};

type Members = Map<String, Value>;

pub(super) fn put(members: &mut Members, name: &str, value: impl Into<Value>) {
    members.insert(name.to_owned(), value.into());
}

/// `repeat`: the survey's name of the repeat around it.
pub(in super::super) fn question(
    row: Row,
    asked: Asked,
    context: &Context,
    repeat: Option<&str>,
    found: &mut Found,
) -> Members {
    let at = Where { names: &context.names, own: row.text("name"), repeat, columns: None };
    let mut members = Members::new();
    put(&mut members, "type", Value::Null);
    name(row, &mut members, found);
    words_of(row, at, &mut members, found);
    needs(row, at, &mut members, found);
    conditions(row, at, &mut members, found);
    let kind = match asked {
        Asked::Choose(choose, list, other) => choice(row, choose, list, other, context, &mut members, found),
        Asked::Plain(plain) => field(row, plain, at, &mut members, found),
        Asked::Begin(_) | Asked::End(_) | Asked::Outside => "html",
    };
    put(&mut members, "type", kind);
    look::check(row, asked, found);
    filter(row, at, context, &mut members, found);
    defaults::read(row, asked, context, at, &mut members, found);
    limits::read(row, asked, at, &mut members, found);
    lay(&mut members, row.aside(found).unwrap_or_default());
    members
}

pub(super) fn name(row: Row, members: &mut Members, found: &mut Found) {
    match row.text("name") {
        Some(name) if is_plain(name) => put(members, "name", name),
        Some(name) => row.tell("name", Code::OddName, &[("value", name)], found),
        None => row.tell("name", Code::NoName, &[], found),
    }
}

pub(super) fn words_of(row: Row, at: Where, members: &mut Members, found: &mut Found) {
    for (column, member) in [("label", "title"), ("hint", "description")] {
        if let Some(words) = words(row, column, at, found) {
            put(members, member, words);
        }
    }
}

fn needs(row: Row, at: Where, members: &mut Members, found: &mut Found) {
    match yes_or_no(row, "required") {
        Some(YesOrNo::Yes) => put(members, "isRequired", true),
        Some(YesOrNo::No) | None => {}
        Some(YesOrNo::Else) => {
            if let Some(condition) = condition(row, "required", at, found) {
                put(members, "requiredIf", condition);
            }
        }
    }
    if let Some(message) = words(row, "required_message", at, found) {
        put(members, "requiredErrorText", message);
    }
}

pub(super) fn conditions(row: Row, at: Where, members: &mut Members, found: &mut Found) {
    if let Some(condition) = expression(row, "relevant", at, found) {
        put(members, "visibleIf", condition);
    }
    match yes_or_no(row, "read_only") {
        Some(YesOrNo::Yes) => put(members, "readOnly", true),
        Some(YesOrNo::No) | None => {}
        Some(YesOrNo::Else) => {
            let enabled = match tree(row, "read_only", found) {
                Some(Tree::Not(inside)) => *inside,
                Some(other) => Tree::Not(Box::new(other)),
                None => return,
            };
            if let Some(condition) = said(row, "read_only", &enabled, at, found) {
                put(members, "enableIf", condition);
            }
        }
    }
}

enum YesOrNo {
    Yes,
    No,
    Else,
}

fn yes_or_no(row: Row, key: &str) -> Option<YesOrNo> {
    Some(match row.text(key)?.to_lowercase().as_str() {
        "yes" | "true" | "true()" | "1" | "x" | "có" => YesOrNo::Yes,
        "no" | "false" | "false()" | "0" | "không" => YesOrNo::No,
        _ => YesOrNo::Else,
    })
}

/// An expression, where also yes or no could stand.
fn condition(row: Row, key: &str, at: Where, found: &mut Found) -> Option<String> {
    let cell = row.text(key)?;
    if !is_condition(cell) {
        row.tell(key, Code::NotYesOrNo, &[("value", cell)], found);
        return None;
    }
    expression(row, key, at, found)
}

/// Whether a cell that holds yes or no may hold this expression: a mistyped word is none.
pub(in super::super) fn is_condition(cell: &str) -> bool {
    cell.contains(['$', '(', '.'])
}

fn choice(
    row: Row,
    choose: Choose,
    list: &str,
    other: Other,
    context: &Context,
    members: &mut Members,
    found: &mut Found,
) -> &'static str {
    if !context.lists.all.contains_key(list) {
        let names = || context.lists.all.keys().map(String::as_str);
        let known: Vec<&str> = names().collect();
        let about = [("value", list), ("meant", &nearest(list, names())), ("known", &known.join(", "))];
        row.tell("type", Code::UnknownList, &about, found);
    }
    let minimal = look::has(row, "minimal");
    let rates =
        choose == Choose::One && ["likert", "stars", "smileys"].into_iter().any(|word| look::has(row, word));
    if rates {
        look::rating(row, members);
        put(members, "rateValues", context.lists.levels(list).unwrap_or_default());
        return "rating";
    }
    put(members, "choices", context.lists.choices(list).unwrap_or_default());
    look::choices(row, members);
    if other == Other::Words {
        put(members, "showOtherItem", true);
    }
    match (choose, minimal) {
        (Choose::One, false) => "radiogroup",
        (Choose::One, true) => "dropdown",
        (Choose::Several, false) => "checkbox",
        (Choose::Several, true) => "tagbox",
        (Choose::Rank, _) => "ranking",
    }
}

fn filter(row: Row, at: Where, context: &Context, members: &mut Members, found: &mut Found) {
    let at = Where { columns: Some(&context.lists.columns), ..at };
    if let Some(condition) = expression(row, "choice_filter", at, found) {
        put(members, "choicesVisibleIf", condition);
    }
}
