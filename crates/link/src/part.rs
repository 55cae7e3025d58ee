//! The shapes of a link's parts, shared by reading and writing. Everything is upper case here.

use mot_cua_contract::Purpose;

/// Commune code (5 digits) or an id of the site: `[A-Z0-9]{2,12}`.
pub(crate) fn is_unit(text: &str) -> bool {
    is_id(text, 2, 12)
}

/// `[A-Z0-9]{1,4}`.
pub(crate) fn is_counter(text: &str) -> bool {
    is_id(text, 1, 4)
}

/// `[A-Z0-9]{1,12}`.
pub(crate) fn is_field(text: &str) -> bool {
    is_id(text, 1, 12)
}

/// Base 32 of RFC 4648 without padding, 1 to 128 characters. Whether it is genuine, the collector says.
pub(crate) fn is_token(text: &str) -> bool {
    is_id(text, 1, 128) && !text.contains(['0', '1', '8', '9'])
}

/// `1001193` → `1.001193`; `None` unless it is seven digits.
pub(crate) fn procedure(digits: &str) -> Option<String> {
    if digits.len() != 7 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (first, rest) = digits.split_at_checked(1)?;
    Some([first, ".", rest].concat())
}

/// `1.001193` → `1001193`; `None` unless it is a code of that shape.
pub(crate) fn digits(code: &str) -> Option<String> {
    let (first, rest) = code.split_once('.')?;
    let digits = [first, rest].concat();
    (first.len() == 1 && procedure(&digits).is_some()).then_some(digits)
}

pub(crate) fn purpose(letter: &str) -> Option<Purpose> {
    Some(match letter {
        "R" => Purpose::Rate,
        "L" => Purpose::Look,
        "S" => Purpose::Say,
        _ => return None,
    })
}

pub(crate) fn letter(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Rate => "R",
        Purpose::Look => "L",
        Purpose::Say => "S",
    }
}

fn is_id(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}
