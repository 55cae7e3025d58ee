//! `+ - * / % ^`, with what JavaScript makes of texts and lists.

use super::datum::Datum;
use super::number::{coerce, decimals, fixed, is_number, join, show};

/// What stands for an empty operand beside `other`.
pub(super) fn fill(datum: Datum, other: &Datum) -> Datum {
    if !datum.is_empty() {
        return datum;
    }
    match (&datum, other) {
        (_, Datum::Number(_)) => Datum::Number(0.0),
        (Datum::Text(_), _) => datum,
        (_, Datum::Text(_)) => Datum::Text(String::new()),
        (_, Datum::List(_)) => Datum::List(Vec::new()),
        _ => Datum::Number(0.0),
    }
}

pub(super) fn plus(a: &Datum, b: &Datum) -> Datum {
    if is_number(a) && is_number(b) {
        return if matches!((a, b), (Datum::Text(_), _) | (_, Datum::Text(_))) {
            Datum::Text(show(a) + &show(b))
        } else {
            add(a, b)
        };
    }
    match (a, b) {
        (Datum::List(a), Datum::List(b)) => Datum::List(a.iter().chain(b).cloned().collect()),
        (Datum::List(items), Datum::Text(text)) => Datum::Text(join(items, ", ") + text),
        (Datum::Text(text), Datum::List(items)) => Datum::Text([text.as_str(), &join(items, ", ")].concat()),
        (Datum::List(items), Datum::Number(_)) => add(&total(items), b),
        (Datum::Number(_), Datum::List(items)) => add(&total(items), a),
        _ => add(a, b),
    }
}

/// JavaScript's `+`, rid of the digits that binary fractions add.
pub(super) fn add(a: &Datum, b: &Datum) -> Datum {
    let joins =
        |datum: &Datum| matches!(datum, Datum::Text(_) | Datum::List(_) | Datum::Object(_) | Datum::Date(_));
    if joins(a) || joins(b) {
        return Datum::Text(show(a) + &show(b));
    }
    fixed(coerce(a) + coerce(b), decimals(a).max(decimals(b))).into()
}

fn total(items: &[Datum]) -> Datum {
    let numbers = items.iter().filter(|item| matches!(item, Datum::Number(_)));
    numbers.fold(Datum::Number(0.0), |sum, item| add(&sum, item))
}

pub(super) fn minus(a: &Datum, b: &Datum) -> Datum {
    fixed(coerce(a) - coerce(b), decimals(a).max(decimals(b))).into()
}

pub(super) fn times(a: &Datum, b: &Datum) -> Datum {
    fixed(coerce(a) * coerce(b), decimals(a) + decimals(b)).into()
}

/// Null where `b` is nothing.
pub(super) fn divided(a: &Datum, b: &Datum) -> Datum {
    if b.is_true() { (coerce(a) / coerce(b)).into() } else { Datum::Null }
}

/// Null where `b` is nothing.
pub(super) fn modulo(a: &Datum, b: &Datum) -> Datum {
    if b.is_true() { (coerce(a) % coerce(b)).into() } else { Datum::Null }
}

pub(super) fn power(a: &Datum, b: &Datum) -> Datum {
    coerce(a).powf(coerce(b)).into()
}
