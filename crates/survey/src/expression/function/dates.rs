//! Dates and what they are made of.

use super::super::clock::Clock;
use super::super::date::{self, DAY, Local};
use super::super::datum::Datum;
use super::super::number::{coerce, show};
use super::Call;

/// `None`: no function of that name.
#[allow(clippy::cast_precision_loss, reason = "years and days")]
pub(super) fn run(call: &Call) -> Option<Datum> {
    let clock = call.scope.clock();
    let today = date::floor(clock.now, DAY, clock);
    let first = call.argument(0);
    let part = |what: fn(Local) -> i64| {
        let at = if first.is_true() { of(first, clock) } else { today };
        Datum::Number(Local::of(at, clock).map_or(f64::NAN, |local| what(local) as f64))
    };
    Some(match call.name {
        "currentDate" => Datum::Date(clock.now),
        "today" => match call.arguments.as_slice() {
            [days] => Datum::Date(shifted(today, coerce(days), "days", clock)),
            _ => Datum::Date(today),
        },
        "getYear" if call.arguments.len() != 1 || !first.is_true() => Datum::Undefined,
        "year" | "getYear" => part(|local| local.year),
        "currentYear" => Datum::Number(Local::of(clock.now, clock).map_or(f64::NAN, |now| now.year as f64)),
        "month" => part(|local| local.month + 1),
        "day" => part(|local| local.day),
        "weekday" => part(Local::weekday),
        "getDate" | "age" | "dateDiff" | "dateAdd" if !first.is_true() => Datum::Null,
        "dateDiff" | "dateAdd" if !call.argument(1).is_true() => Datum::Null,
        "getDate" => Datum::Date(of(first, clock)),
        "age" => difference(of(first, clock), clock.now, &unit(call.argument(1), "years"), clock).into(),
        "diffDays" if call.arguments.len() != 2 || !first.is_true() || !call.argument(1).is_true() => {
            Datum::Number(0.0)
        }
        "diffDays" | "dateDiff" => {
            let unit = unit(call.argument(2), "days");
            difference(of(first, clock), of(call.argument(1), clock), &unit, clock).into()
        }
        "dateAdd" => {
            let unit = unit(call.argument(2), "days");
            Datum::Date(shifted(of(first, clock), coerce(call.argument(1)), &unit, clock))
        }
        _ => return None,
    })
}

fn unit(datum: &Datum, otherwise: &str) -> String {
    if datum.is_true() { show(datum) } else { otherwise.to_owned() }
}

/// A date, a text that says one, or milliseconds since 1970.
fn of(datum: &Datum, clock: Clock) -> f64 {
    match datum {
        Datum::Text(text) => date::parse(text, clock),
        Datum::Date(at) | Datum::Number(at) => *at,
        _ => f64::NAN,
    }
}

/// Whole units from one to the other: days and less without sign, months and years with it.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "years and days")]
fn difference(from: f64, to: f64, unit: &str, clock: Clock) -> f64 {
    let (Some(a), Some(b)) = (Local::of(from, clock), Local::of(to, clock)) else { return f64::NAN };
    let length = match unit {
        "days" => return (a.days() - b.days()).abs() as f64,
        "hours" => 3_600_000.0,
        "minutes" => 60_000.0,
        "seconds" => 1_000.0,
        _ => {
            let months = (b.year - a.year) * 12 + b.month - a.month - i64::from(b.day < a.day);
            return if unit == "months" { months as f64 } else { (months / 12) as f64 };
        }
    };
    ((to - from).abs() / length).ceil()
}

#[allow(clippy::cast_possible_truncation, reason = "out of bounds is no date")]
fn shifted(at: f64, by: f64, unit: &str, clock: Clock) -> f64 {
    let Some(mut local) = Local::of(at, clock).filter(|_| by.is_finite()) else { return f64::NAN };
    let whole = by.trunc() as i64;
    match unit {
        "days" => local.day = local.day.saturating_add(whole),
        "months" => local.month = local.month.saturating_add(whole),
        "years" => local.year = local.year.saturating_add(whole),
        "hours" => local.time += by.trunc() * 3_600_000.0,
        "minutes" => local.time += by.trunc() * 60_000.0,
        "seconds" => local.time += by.trunc() * 1_000.0,
        _ => {}
    }
    local.at(clock)
}
