//! Types that take no list: what each is in the survey.

use serde_json::{Map, Value};

use super::super::finding::Found;
use super::super::formula::Where;
use super::super::row::Row;
use super::expressions::expression;
use super::kind::Plain;
use super::look;
use super::question::put;

type Members = Map<String, Value>;

/// Gives the type.
pub(super) fn field(
    row: Row,
    plain: Plain,
    at: Where,
    members: &mut Members,
    found: &mut Found,
) -> &'static str {
    let calculation = expression(row, "calculation", at, found);
    let sort = match plain {
        Plain::Text if look::has(row, "multiline") => {
            if let Some(rows) = look::number(row, "rows", found) {
                put(members, "rows", rows);
            }
            return "comment";
        }
        Plain::Text if calculation.is_some() && members.contains_key("readOnly") => {
            members.shift_remove("readOnly");
            put(members, "expression", calculation);
            return "expression";
        }
        Plain::Text if look::has(row, "numbers") => Some("tel"),
        Plain::Text if look::has(row, "email") => Some("email"),
        Plain::Text if look::has(row, "url") => Some("url"),
        Plain::Integer | Plain::Decimal => Some("number"),
        Plain::Date => Some("date"),
        Plain::Time => Some("time"),
        Plain::DateTime => Some("datetime-local"),
        Plain::Text => None,
        Plain::Hidden => {
            put(members, "visible", false);
            None
        }
        Plain::Calculate => {
            put(members, "visible", false);
            put(members, "expression", calculation);
            return "expression";
        }
        Plain::Range => {
            for (parameter, member, usual) in
                [("start", "rateMin", 1), ("end", "rateMax", 5), ("step", "rateStep", 1)]
            {
                if let Some(number) = look::number(row, parameter, found).filter(|number| *number != usual) {
                    put(members, member, number);
                }
            }
            look::rating(row, members);
            return "rating";
        }
        Plain::Note => {
            let text = members.shift_remove("title").unwrap_or_default();
            put(members, "html", escaped(text));
            return "html";
        }
        Plain::Image => {
            put(members, "acceptedTypes", "image/*");
            return "file";
        }
        Plain::Acknowledge => {
            put(members, "renderAs", "checkbox");
            return "boolean";
        }
    };
    if let Some(sort) = sort {
        put(members, "inputType", sort);
    }
    if plain == Plain::Integer {
        put(members, "step", 1);
    }
    if let Some(calculation) = calculation {
        put(members, "setValueExpression", calculation);
    }
    "text"
}

/// A note's words are no markup.
fn escaped(text: Value) -> Value {
    match text {
        Value::String(text) => {
            Value::String(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
        }
        Value::Object(by_lang) => by_lang.into_iter().map(|(lang, text)| (lang, escaped(text))).collect(),
        other => other,
    }
}
