//! Regular expressions in JavaScript's spelling, run by `regex-lite` in time that grows with pattern times text: `(a+)+b` cannot
//! hold a phone or the collector up. Only whether a text matches is asked. Outside: look-around, back-references, `\p{…}`.

mod spelling;
#[cfg(test)]
mod tests;

use regex_lite::{Regex, RegexBuilder};

use crate::letters::Lower;

/// Bytes; a longer pattern is refused.
const LONGEST: usize = 2_000;
/// Bytes of the compiled pattern: what `{1000}` of `{1000}` would be is refused.
const LARGEST: usize = 1 << 18;
/// Groups in groups.
const DEEPEST: u32 = 100;

/// A pattern that can be run.
#[derive(Debug, Clone)]
pub struct Pattern {
    regex: Regex,
    case: Case,
}

/// Whether letters are told apart by their case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    Minds,
    Ignores,
}

impl Pattern {
    /// `None`: it cannot be run.
    pub fn new(text: &str, case: Case) -> Option<Self> {
        let text = if text.len() > LONGEST { None } else { spelling::translate(text, case) };
        let mut builder = RegexBuilder::new(&text?);
        builder.case_insensitive(case == Case::Ignores).nest_limit(DEEPEST).size_limit(LARGEST);
        Some(Self { regex: builder.build().ok()?, case })
    }

    /// Whether any part of the text matches.
    pub fn is_match(&self, text: &str) -> bool {
        match self.case {
            Case::Minds => self.regex.is_match(text),
            // `regex-lite` knows the case of ASCII alone: `Ự` is made small here, and in the pattern.
            Case::Ignores => self.regex.is_match(&text.lower()),
        }
    }
}
