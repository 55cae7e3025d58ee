//! `Phiếu hướng dẫn hoàn thiện`: what is still missing, ticked at the desk, taken home in a code.
//!
//! `S` `1001193` `K4` `0H…`: the procedure's seven digits, two characters that change when its documents do, then five
//! documents a character, in the record's order. All of it is QR's alphanumeric alphabet. No name, no date, no person.

use crate::doubts::is_national;
use crate::fold::fold;
use crate::model::Procedure;

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DIGITS: usize = 7;
/// Documents a character.
const BITS: usize = 5;

/// A slip that was read; not yet compared with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// `1.001193`.
    pub code: String,
    stamp: u16,
    ticks: Vec<bool>,
}

/// The slip of `procedure` with the documents at these places missing: number of the case, number in it. Empty: its code
/// is no national one, or nothing is missing.
pub fn encode(procedure: &Procedure, missing: &[(usize, usize)]) -> String {
    let ticks: Vec<bool> = places(procedure).map(|place| missing.contains(&place)).collect();
    let Some(last) = ticks.iter().rposition(|tick| *tick).filter(|_| is_national(&procedure.code)) else {
        return String::new();
    };
    let mut slip = String::from("S");
    slip.extend(procedure.code.chars().filter(char::is_ascii_digit));
    let stamp = stamp(procedure);
    slip.extend([stamp >> 5, stamp].map(|part| letter(usize::from(part))));
    let ticks = ticks.get(..=last).unwrap_or_default();
    slip.extend(ticks.chunks(BITS).map(|five| {
        letter(five.iter().enumerate().fold(0, |bits, (at, tick)| bits | usize::from(*tick) << at))
    }));
    slip
}

/// In either case; `O`, `I` and `L` as people type them. `None`: no slip.
pub fn decode(text: &str) -> Option<Slip> {
    let text = text.trim();
    let rest = text.strip_prefix(['S', 's'])?;
    let (digits, rest) = rest.split_at_checked(DIGITS)?;
    let (first, others) = digits.split_at_checked(1)?;
    let code = [first, ".", others].concat();
    if !is_national(&code) {
        return None;
    }
    let values: Vec<u16> = rest.chars().map(value).collect::<Option<_>>()?;
    let [high, low, fives @ ..] = values.as_slice() else { return None };
    let ticks = fives.iter().flat_map(|five| (0..BITS).map(move |at| five >> at & 1 == 1)).collect();
    Some(Slip { code, stamp: high << 5 | low, ticks })
}

impl Slip {
    /// The places of the missing documents: number of the case, number in it. `None`: the record is of another procedure
    /// or its documents are others by now; then the slip has to be made anew.
    pub fn missing(&self, procedure: &Procedure) -> Option<Vec<(usize, usize)>> {
        let count = places(procedure).count();
        let beyond = self.ticks.iter().skip(count).any(|tick| *tick);
        if self.code != procedure.code || self.stamp != stamp(procedure) || beyond {
            return None;
        }
        Some(places(procedure).zip(&self.ticks).filter(|(_, tick)| **tick).map(|(place, _)| place).collect())
    }
}

fn places(procedure: &Procedure) -> impl Iterator<Item = (usize, usize)> {
    let cases = procedure.cases.iter().enumerate();
    cases.flat_map(|(case, of)| (0..of.documents.len()).map(move |document| (case, document)))
}

/// Ten bits of the documents' names: FNV-1a, folded. A mended accent changes nothing.
fn stamp(procedure: &Procedure) -> u16 {
    let names = procedure.cases.iter().flat_map(|case| &case.documents).map(|document| fold(&document.name));
    let mut hash = 0x811c_9dc5_u32;
    for name in names {
        for byte in name.bytes().chain([b'\n']) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    #[allow(clippy::cast_possible_truncation, reason = "ten bits")]
    let stamp = ((hash >> 22 ^ hash >> 12 ^ hash) & 0x3ff) as u16;
    stamp
}

fn letter(five_bits: usize) -> char {
    ALPHABET.get(five_bits & 31).map_or('0', |byte| char::from(*byte))
}

fn value(c: char) -> Option<u16> {
    let upper = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0..).zip(ALPHABET).find(|(_, byte)| char::from(**byte) == upper).map(|(at, _)| at)
}
