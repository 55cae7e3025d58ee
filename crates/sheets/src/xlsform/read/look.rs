//! The columns `appearance` and `parameters`.

use serde_json::{Map, Value};

use super::super::finding::{Code, Found};
use super::super::row::Row;
use super::kind::{Asked, Choose, Holder, Plain};

/// Words of `appearance`, and parameters; `columns` also as `columns-2`.
fn known(asked: Asked) -> (&'static [&'static str], &'static [&'static str]) {
    match asked {
        Asked::Plain(Plain::Text) => (&["multiline", "numbers", "email", "url"], &["rows"]),
        Asked::Plain(Plain::Range) => (&["rating", "stars", "smileys"], &["start", "end", "step"]),
        Asked::Choose(Choose::One, ..) => {
            (&["minimal", "likert", "stars", "smileys", "columns"], &["randomize"])
        }
        Asked::Choose(Choose::Several, ..) => (&["minimal", "columns"], &["randomize"]),
        Asked::Choose(Choose::Rank, ..) => (&[], &["randomize"]),
        Asked::Begin(Holder::Group) => (&["field-list"], &[]),
        _ => (&[], &[]),
    }
}

/// Tells what nothing reads.
pub(super) fn check(row: Row, asked: Asked, found: &mut Found) {
    let (words, parameters) = known(asked);
    let mut tell = |key: &str, word: &str, known: &[&str]| {
        row.tell(key, Code::OutsideWord, &[("value", word), ("known", &known.join(", "))], found);
    };
    for word in self::words(row) {
        let stem = if word.starts_with("columns-") { "columns" } else { word };
        if !words.contains(&stem) {
            tell("appearance", word, words);
        }
    }
    for (name, _) in pairs(row) {
        if !parameters.contains(&name) {
            tell("parameters", name, parameters);
        }
    }
}

pub(super) fn has(row: Row, word: &str) -> bool {
    words(row).any(|one| one == word)
}

fn words(row: Row<'_>) -> impl Iterator<Item = &str> {
    row.text("appearance").unwrap_or_default().split_whitespace()
}

fn pairs(row: Row<'_>) -> impl Iterator<Item = (&str, &str)> {
    let items =
        row.text("parameters").unwrap_or_default().split([' ', ';', ',']).filter(|item| !item.is_empty());
    items.map(|item| item.split_once('=').unwrap_or((item, "")))
}

/// The number of a parameter. `None`: it is not there, or was told of.
pub(super) fn number(row: Row, name: &str, found: &mut Found) -> Option<Value> {
    let (_, value) = pairs(row).find(|(one, _)| *one == name)?;
    let number = as_number(value);
    if number.is_none() {
        row.tell("parameters", Code::NotANumber, &[("value", value)], found);
    }
    number
}

/// A whole number stays one.
pub(super) fn as_number(text: &str) -> Option<Value> {
    let whole = text.parse::<i64>().ok().map(Value::from);
    whole.or_else(|| serde_json::Number::from_f64(text.parse().ok()?).map(Value::Number))
}

/// What the looks of choices say: columns, and their order.
pub(super) fn choices(row: Row, members: &mut Map<String, Value>) {
    let columns = words(row).find_map(|word| word.strip_prefix("columns-")?.parse::<u64>().ok());
    if let Some(count) = columns.or_else(|| has(row, "columns").then_some(0)) {
        members.insert("colCount".to_owned(), count.into());
    }
    if pairs(row).any(|pair| pair == ("randomize", "true")) {
        members.insert("choicesOrder".to_owned(), "random".into());
    }
}

/// How a rating looks; nothing for plain labels.
pub(super) fn rating(row: Row, members: &mut Map<String, Value>) {
    let look = match () {
        () if has(row, "smileys") => "smileys",
        () if has(row, "stars") || has(row, "rating") => "stars",
        () => return,
    };
    members.insert("rateType".to_owned(), look.into());
}
