//! From text to a program, in the order of SurveyJS's grammar: the first alternative that fits wins, longest or not.

mod atom;
mod factor;
mod operators;

use super::program::{Op, Program};
use operators::{FUNCTIONS, LEVELS};

/// A longer text is no expression: the longest in known surveys has 3 KB.
pub const MOST_BYTES: usize = 64 << 10;

/// Brackets within brackets.
pub const MOST_DEEP: usize = 100;

/// Why a text is no expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub reason: Reason,
    /// Characters read until then.
    pub at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nothing but blanks.
    Blank,
    /// Something else was expected here.
    Syntax,
    /// Nothing but `null` or `undefined`.
    Nothing,
    TooLong,
    TooDeep,
}

impl Reason {
    /// Stable kebab-case code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Syntax => "syntax",
            Self::Nothing => "nothing",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-deep",
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Program, Refusal> {
    if text.len() > MOST_BYTES {
        return Err(Refusal { reason: Reason::TooLong, at: MOST_BYTES });
    }
    if text.trim().is_empty() {
        return Err(Refusal { reason: Reason::Blank, at: 0 });
    }
    let text = spelled(text);
    let mut parser = Parser {
        text: &text,
        at: 0,
        furthest: 0,
        deep: 0,
        failed: vec![false; text.len() + 1],
        ops: Vec::new(),
    };
    let whole = parser.expression() && parser.at == text.len();
    let reason = match parser.ops.as_slice() {
        _ if parser.deep > MOST_DEEP => Reason::TooDeep,
        _ if !whole => Reason::Syntax,
        [Op::Nothing] => Reason::Nothing,
        _ => return Ok(Program { ops: parser.ops }),
    };
    let at = text.get(..parser.furthest.max(parser.at)).map_or(0, |read| read.chars().count());
    Err(Refusal { reason, at })
}

/// SurveyJS respells these before it parses, also within quotes and names.
fn spelled(text: &str) -> String {
    text.replace("=>", ">=").replace("=<", "<=").replace("<>", "!=").replace("equals", "equal ")
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// The last place where something failed: where a designer should look.
    furthest: usize,
    /// Brackets around this place; beyond [`MOST_DEEP`] it stays there and all fails.
    deep: usize,
    /// Where a bracket is known not to fit. Without it, brackets that are not closed are tried twice per level: 2^n.
    failed: Vec<bool>,
    ops: Vec<Op>,
}

/// Where to go back to.
#[derive(Clone, Copy)]
struct Mark(usize, usize);

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn mark(&self) -> Mark {
        Mark(self.at, self.ops.len())
    }

    fn back(&mut self, mark: Mark) {
        self.furthest = self.furthest.max(self.at);
        self.at = mark.0;
        self.ops.truncate(mark.1);
    }

    fn blanks(&mut self) {
        self.at += self.rest().bytes().take_while(|byte| b" \t\n\r".contains(byte)).count();
    }

    /// Reads `word`, in any case of letters.
    fn word(&mut self, word: &str) -> bool {
        let there = self.rest().get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word));
        self.at += if there { word.len() } else { 0 };
        there
    }

    fn expression(&mut self) -> bool {
        self.blanks();
        let there = self.level(0);
        self.blanks();
        there
    }

    /// Operands of one precedence, from the left.
    fn level(&mut self, level: usize) -> bool {
        let Some(operators) = LEVELS.get(level) else { return self.functions() };
        if !self.level(level + 1) {
            return false;
        }
        loop {
            let mark = self.mark();
            self.blanks();
            let Some((_, op)) = operators.iter().find(|(word, _)| self.word(word)) else {
                self.back(mark);
                return true;
            };
            self.blanks();
            if !self.level(level + 1) {
                self.back(mark);
                return true;
            }
            self.ops.push(Op::Binary(*op));
        }
    }

    /// `contains` and its like bind closest, and may lack their right side.
    fn functions(&mut self) -> bool {
        if !self.factor() {
            return false;
        }
        loop {
            let mark = self.mark();
            self.blanks();
            let Some((_, op)) = FUNCTIONS.iter().find(|(word, _)| self.word(word)) else {
                self.back(mark);
                return true;
            };
            self.blanks();
            if !self.factor() {
                self.ops.push(Op::Nothing);
            }
            self.ops.push(Op::Binary(*op));
        }
    }
}
