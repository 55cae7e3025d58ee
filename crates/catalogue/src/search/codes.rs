//! Queries that are a procedure's code: `1.001193`, `1001193`, `P1001193`, `1.001193.000.00.00.H49`, or its beginning.

use super::Hit;
use crate::index::Index;

/// Digits of a national code.
const DIGITS: usize = 7;

/// Empty where no code fits: then the digits may be words of a title.
pub(super) fn search(index: &Index, query: &str) -> Vec<Hit> {
    let words = query.split_whitespace();
    let alone = words.clone().count() == 1;
    let wanted: Vec<String> =
        words.filter_map(digits).filter(|d| d.len() == DIGITS || (alone && d.len() > 2)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let fits = |code: &str| {
        wanted.iter().any(|wanted| digits(code).is_some_and(|digits| digits.starts_with(wanted.as_str())))
    };
    (0..)
        .zip(index.codes())
        .filter(|(_, code)| fits(code))
        .map(|(item, _)| Hit { item, score: u32::MAX })
        .collect()
}

/// The first seven digits of a word that is shaped like a code.
fn digits(word: &str) -> Option<String> {
    let word = word.strip_prefix(['P', 'p']).unwrap_or(word);
    let shaped = word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .bytes()
            .enumerate()
            .all(|(at, b)| b.is_ascii_digit() || b == b'.' || (at > DIGITS && b.is_ascii_alphanumeric()));
    shaped.then(|| word.chars().filter(char::is_ascii_digit).take(DIGITS).collect())
}
