//! Texts.

use super::super::datum::Datum;
use super::super::number::{coerce, is_number};

/// From `start` to `end`, in UTF-16 units; the smaller is the start. "" of what is no text.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the length")]
pub(super) fn substring(arguments: &[Datum]) -> Datum {
    let [Datum::Text(text), start, rest @ ..] = arguments else { return "".into() };
    if !is_number(start) {
        return "".into();
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    let place = |datum: &Datum| (coerce(datum).max(0.0) as usize).min(units.len());
    let start = place(start);
    let end = rest.first().filter(|end| is_number(end)).map_or(units.len(), place);
    let part = units.get(start.min(end)..start.max(end)).unwrap_or_default();
    Datum::Text(String::from_utf16_lossy(part))
}
