//! When two values are the same.

use super::datum::Datum;
use super::number::{coerce, of_text, parse_float, parse_int, show};

use crate::letters::Lower;

/// Whether the order of a list matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Any,
    Exact,
}

/// SurveyJS's `isTwoValueEquals`: texts without regard to case and to blanks around them, "5" is 5, nothing is "".
pub(crate) fn equal(a: &Datum, b: &Datum, order: Order) -> bool {
    match (a, b) {
        (Datum::Undefined, Datum::Undefined) | (Datum::Null, Datum::Null) => return true,
        (Datum::List(items), Datum::Undefined) | (Datum::Undefined, Datum::List(items))
            if items.is_empty() =>
        {
            return true;
        }
        (Datum::Text(text), Datum::Undefined | Datum::Null)
        | (Datum::Undefined | Datum::Null, Datum::Text(text))
            if text.is_empty() =>
        {
            return true;
        }
        (Datum::Text(a), Datum::Text(b)) => {
            return a == b || a.trim().lower() == b.trim().lower();
        }
        (Datum::Date(a), Datum::Date(b)) => return a.total_cmp(b).is_eq(),
        _ => {}
    }
    if same_number(a, b) {
        return true;
    }
    if a.is_empty() != b.is_empty() {
        return false;
    }
    match (a, b) {
        (Datum::Bool(flag), Datum::Text(text)) | (Datum::Text(text), Datum::Bool(flag)) => {
            flag.to_string() == text.lower()
        }
        (Datum::List(a), Datum::List(b)) => same_list(a, b, order),
        (Datum::Object(a), Datum::Object(b)) => {
            let same = |(name, value): &(String, Datum)| {
                b.iter().any(|(one, other)| one == name && equal(value, other, order))
            };
            a.len() == b.len() && a.iter().all(same)
        }
        (Datum::List(_) | Datum::Object(_) | Datum::Date(_), _)
        | (_, Datum::List(_) | Datum::Object(_) | Datum::Date(_)) => false,
        _ => loosely_same(a, b),
    }
}

/// Both are numbers, or spell them, and `parseInt` and `parseFloat` see the same.
fn same_number(a: &Datum, b: &Datum) -> bool {
    let spelled = |datum: &Datum| match datum {
        Datum::Number(number) if number.is_nan() => None,
        Datum::Number(_) => Some(show(datum)),
        Datum::Text(text) if !of_text(text).is_nan() => Some(text.clone()),
        _ => None,
    };
    if let (Datum::Number(a), Datum::Number(b)) = (a, b) {
        return same(*a, *b);
    }
    match (spelled(a), spelled(b)) {
        (Some(a), Some(b)) => same(parse_int(&a), parse_int(&b)) && same(parse_float(&a), parse_float(&b)),
        _ => false,
    }
}

/// `===` of numbers.
#[allow(clippy::float_cmp, reason = "JavaScript's own comparison")]
fn same(a: f64, b: f64) -> bool {
    a == b
}

fn same_list(a: &[Datum], b: &[Datum], order: Order) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let pairs = |a: Vec<&Datum>, b: Vec<&Datum>| a.iter().zip(&b).all(|(a, b)| equal(a, b, order));
    match order {
        Order::Exact => pairs(a.iter().collect(), b.iter().collect()),
        Order::Any => pairs(sorted(a), sorted(b)),
    }
}

/// As `Array.prototype.sort` has them: by their texts in UTF-16.
fn sorted(items: &[Datum]) -> Vec<&Datum> {
    let mut items: Vec<_> = items.iter().collect();
    items.sort_by_cached_key(|item| show(item).encode_utf16().collect::<Vec<_>>());
    items
}

/// `==` of scalars of different types.
fn loosely_same(a: &Datum, b: &Datum) -> bool {
    match (a.is_nothing(), b.is_nothing()) {
        (true, true) => true,
        (false, false) => same(coerce(a), coerce(b)),
        _ => false,
    }
}

/// `value == true`.
pub(crate) fn loosely_true(datum: &Datum) -> bool {
    match datum {
        Datum::Bool(flag) => *flag,
        Datum::Undefined | Datum::Null | Datum::Object(_) | Datum::Date(_) => false,
        Datum::Number(_) | Datum::Text(_) | Datum::List(_) => same(coerce(datum), 1.0),
    }
}
