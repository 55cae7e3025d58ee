//! `contains`, `notcontains`, `anyof`, `allof`.

use super::datum::Datum;
use super::equal::{Order, equal};
use super::number::show;

use crate::letters::Lower;

pub(crate) fn contains(left: &Datum, right: &Datum) -> bool {
    within(left, right, true)
}

pub(super) fn contains_not(left: &Datum, right: &Datum) -> bool {
    (!left.is_true() && !right.is_empty()) || within(left, right, false)
}

/// `wanted`: what it yields where it is there. Not the same as negating the other: a text never contains nothing, and never
/// lacks it either.
fn within(left: &Datum, right: &Datum, wanted: bool) -> bool {
    if matches!(left, Datum::List(items) if items.is_empty()) {
        return !wanted;
    }
    if !left.is_true()
        && !matches!(left, Datum::Number(number) if !number.is_nan())
        && *left != Datum::Bool(false)
    {
        return false;
    }
    let Datum::List(items) = left else {
        return right.is_true() && show(left).lower().contains(&show(right).lower()) == wanted;
    };
    let there = |one: &Datum| items.iter().any(|item| equal_or_nothing(item, one));
    let all = match right {
        Datum::List(right) => right.iter().all(there),
        one => there(one),
    };
    all == wanted
}

/// In expressions the text "undefined" is nothing.
pub(super) fn equal_or_nothing(a: &Datum, b: &Datum) -> bool {
    equal(defined(a), defined(b), Order::Any)
}

pub(super) fn defined(datum: &Datum) -> &Datum {
    match datum {
        Datum::Text(text) if text == "undefined" => &Datum::Undefined,
        _ => datum,
    }
}

pub(super) fn any_of(left: &Datum, right: &Datum) -> bool {
    match (left, right) {
        _ if left.is_empty() => right.is_empty(),
        _ if right.is_empty() => true,
        (Datum::List(_), Datum::List(items)) => items.iter().any(|item| contains(left, item)),
        (Datum::List(_), _) => contains(left, right),
        _ => contains(right, left),
    }
}

pub(super) fn all_of(left: &Datum, right: &Datum) -> bool {
    if !left.is_true() && !right.is_empty() {
        return false;
    }
    match right {
        Datum::List(items) => items.iter().all(|item| contains(left, item)),
        _ => contains(left, right),
    }
}
