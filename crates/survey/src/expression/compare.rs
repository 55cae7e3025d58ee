//! `<` and `>`.

use super::clock::Clock;
use super::date;
use super::datum::Datum;
use super::number::{coerce, show};

/// JavaScript's `a > b`: two texts by their UTF-16, all else by number; NaN is beyond nothing.
pub(crate) fn greater(a: &Datum, b: &Datum) -> bool {
    let text = |datum: &Datum| match datum {
        Datum::Text(_) | Datum::List(_) | Datum::Object(_) => Some(show(datum)),
        _ => None,
    };
    match (text(a), text(b)) {
        (Some(a), Some(b)) => a.encode_utf16().gt(b.encode_utf16()),
        _ => coerce(a) > coerce(b),
    }
}

/// Before a date and a text are compared: the text becomes a date, and what it does not say is cut from the date before it.
pub(super) fn as_dates(a: Datum, b: Datum, clock: Clock) -> (Datum, Datum) {
    match (a, b) {
        (Datum::Text(text), Datum::Date(at)) => pair(&text, date::floor(at, 1_000.0, clock), clock),
        (Datum::Date(at), Datum::Text(text)) => {
            let unit = match text.encode_utf16().count() {
                17.. => 1_000.0,
                14..17 => 60_000.0,
                11..14 => 3_600_000.0,
                _ => date::DAY,
            };
            let (text, at) = pair(&text, date::floor(at, unit, clock), clock);
            (at, text)
        }
        both => both,
    }
}

/// A date at midnight is a day: of the text too, then, only the day counts.
#[allow(clippy::float_cmp, reason = "both are whole milliseconds")]
fn pair(text: &str, at: f64, clock: Clock) -> (Datum, Datum) {
    let said = date::parse(text, clock);
    let day = date::floor(at, date::DAY, clock) == at;
    (Datum::Date(if day { date::floor(said, date::DAY, clock) } else { said }), Datum::Date(at))
}
