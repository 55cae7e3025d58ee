//! Sums, means, extremes, rounding.

use super::super::arithmetic::add;
use super::super::compare::greater;
use super::super::datum::Datum;
use super::super::number::{coerce, is_number, number_of, show};
use super::Call;

#[allow(clippy::cast_precision_loss, reason = "no list is that long")]
pub(super) fn run(call: &Call) -> Datum {
    let mut items = Vec::new();
    flatten(&call.arguments, &mut items);
    let sum = || items.iter().fold(Datum::Number(0.0), |sum, item| add(&sum, item));
    let count = items.len() as f64;
    let best = |better: fn(&Datum, &Datum) -> bool| {
        items.iter().reduce(|best, item| if better(item, best) { item } else { best }).cloned()
    };
    match call.name {
        "sum" => sum(),
        "min" => best(|item, best| greater(best, item)).unwrap_or_default(),
        "max" => best(greater).unwrap_or_default(),
        "count" => count.into(),
        "avg" => if items.is_empty() { 0.0 } else { coerce(&sum()) / count }.into(),
        "round" => rounded(&items).unwrap_or(f64::NAN).into(),
        _ => cut(&items).unwrap_or(f64::NAN).into(),
    }
}

/// All that is not nothing, lists taken apart, texts that spell numbers as numbers.
fn flatten(from: &[Datum], into: &mut Vec<Datum>) {
    for item in from {
        match item {
            Datum::Undefined | Datum::Null => {}
            Datum::List(items) => flatten(items, into),
            item if is_number(item) => into.push(number_of(item).into()),
            item => into.push(item.clone()),
        }
    }
}

/// The number, and the second where it is not zero.
fn number_and(items: &[Datum], otherwise: f64) -> Option<(f64, f64)> {
    let second = items.get(1).filter(|second| second.is_true()).cloned().unwrap_or(otherwise.into());
    let number = items.first()?;
    (is_number(number) && is_number(&second)).then(|| (coerce(number), coerce(&second)))
}

/// Halves go up, after a nudge so that 1.005 becomes 1.01 and -0.5 becomes -1.
fn rounded(items: &[Datum]) -> Option<f64> {
    let (number, digits) = number_and(items, 0.0)?;
    let scale = 10_f64.powf(digits);
    let nudged = number * scale * (1.0 + f64::EPSILON);
    Some((nudged + 0.5).floor() / scale)
}

/// The digits that are written, cut off after so many behind the point.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a text has no more digits than this"
)]
fn cut(items: &[Datum]) -> Option<f64> {
    let (number, digits) = number_and(items, -1.0)?;
    let text = show(&number.into());
    let sign = usize::from(text.starts_with('-'));
    let count = |from: usize| text.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    let whole = sign + count(sign);
    if whole == sign {
        return None;
    }
    let end = if digits < 0.0 { whole } else { whole + 1 + count(whole + 1).min(digits as usize) };
    mot_cua_contract::lean::number(text.get(..end.min(text.len()))?)
}
