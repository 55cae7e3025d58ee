//! JavaScript's spelling of a pattern to that of `regex-lite`. What only JavaScript has is written out (`[^]`, `\s`, `.`, a brace that
//! counts nothing), what cannot be run is refused; groups capture nothing, for nobody asks.

use std::str::Chars;

use super::Case;
use crate::letters::lower_char;

/// `\s` within `[…]`.
const BLANK: &str = "\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}";
/// `\S` within `[…]`: all but those.
const NOT_BLANK: &str = "\0-\u{8}\u{e}-\u{1f}!-\u{9f}\u{a1}-\u{167f}\u{1681}-\u{1fff}\u{200b}-\u{2027}\u{202a}-\u{202e}\
    \u{2030}-\u{205e}\u{2060}-\u{2fff}\u{3001}-\u{fefe}\u{ff00}-\u{10ffff}";

/// `None`: it is no pattern, or has what is not run here.
pub(super) fn translate(text: &str, case: Case) -> Option<String> {
    let mut reader = Reader { rest: text.chars(), out: String::new(), case };
    let mut may_repeat = false;
    while let Some(one) = reader.rest.next() {
        may_repeat = reader.piece(one, may_repeat)?;
    }
    Some(reader.out)
}

struct Reader<'a> {
    rest: Chars<'a>,
    out: String,
    case: Case,
}

/// What `\` and a character mean.
enum Escape {
    One(char),
    /// As it stands within `[…]`.
    Many(&'static str),
    Edge(&'static str),
}

impl Reader<'_> {
    /// → whether `*` may follow.
    fn piece(&mut self, one: char, may_repeat: bool) -> Option<bool> {
        match one {
            '*' | '+' | '?' => {
                self.out.push(one);
                return self.repeats(may_repeat);
            }
            '{' if self.counts() => return self.repeats(may_repeat),
            '^' | '$' | '|' => {
                self.out.push(one);
                return Some(false);
            }
            '(' => return self.group(),
            ')' => self.out.push(one),
            '.' => self.out.push_str("[^\n\r\u{2028}\u{2029}]"),
            '[' => self.set()?,
            '\\' => match self.escape()? {
                Escape::One(one) => self.literal(one),
                Escape::Many(many) => self.out.extend(["[", many, "]"]),
                Escape::Edge(edge) => {
                    self.out.push_str(edge);
                    return Some(false);
                }
            },
            one => self.literal(one),
        }
        Some(true)
    }

    fn takes(&mut self, words: &str) -> bool {
        let after = self.rest.as_str().strip_prefix(words);
        if let Some(after) = after {
            self.rest = after.chars();
        }
        after.is_some()
    }

    /// The character itself, whatever it means elsewhere; also within `[…]`.
    fn literal(&mut self, one: char) {
        self.code(if self.case == Case::Ignores { lower_char(one) } else { one });
    }

    /// Behind a sign that repeats.
    fn repeats(&mut self, may_repeat: bool) -> Option<bool> {
        if self.takes("?") {
            self.out.push('?');
        }
        may_repeat.then_some(false)
    }

    /// `2}`, `2,}` or `2,5}`. `false`: the brace is what it says, as in `a{`.
    fn counts(&mut self) -> bool {
        let Some((counts, after)) = self.rest.as_str().split_once('}') else { return false };
        let (least, most) = counts.split_once(',').unwrap_or((counts, ""));
        let digits = |text: &str| text.bytes().all(|one| one.is_ascii_digit());
        let counted = !least.is_empty() && digits(least) && digits(most);
        if counted {
            self.out.extend(["{", counts, "}"]);
            self.rest = after.chars();
        }
        counted
    }

    fn group(&mut self) -> Option<bool> {
        if self.takes("?") && !self.takes(":") {
            if !self.takes("<") || self.rest.as_str().starts_with(['=', '!']) {
                return None;
            }
            while self.rest.next()? != '>' {}
        }
        self.out.push_str("(?:");
        Some(false)
    }

    /// From behind `[`.
    fn set(&mut self) -> Option<()> {
        let others = self.takes("^");
        if self.takes("]") {
            self.out.push_str(if others { "[\\s\\S]" } else { "[^\\s\\S]" });
            return Some(());
        }
        self.out.push_str(if others { "[^" } else { "[" });
        while !self.takes("]") {
            let Some(from) = self.member()? else {
                // `[\d-a]`: the dash is one of them.
                if self.takes("-") {
                    self.literal('-');
                }
                continue;
            };
            let rest = self.rest.as_str();
            if !rest.starts_with('-') || rest.starts_with("-]") {
                self.literal(from);
                continue;
            }
            self.rest.next();
            let before = self.out.len();
            match self.member()? {
                Some(to) if from <= to => self.range(from, to),
                Some(_) => return None,
                // `[a-\d]`: here too.
                None => {
                    let many = self.out.split_off(before);
                    self.literal(from);
                    self.literal('-');
                    self.out.push_str(&many);
                }
            }
        }
        self.out.push(']');
        Some(())
    }

    /// One character of a set; what stands for many is written at once, and is `Some(None)`.
    #[allow(clippy::option_option, reason = "a mistake, many, one")]
    fn member(&mut self) -> Option<Option<char>> {
        Some(match self.rest.next()? {
            '\\' => match self.escape()? {
                Escape::One(one) => Some(one),
                Escape::Many(many) => {
                    self.out.push_str(many);
                    None
                }
                Escape::Edge("\\b") => Some('\u{8}'),
                Escape::Edge(_) => return None,
            },
            one => Some(one),
        })
    }

    fn range(&mut self, from: char, to: char) {
        let ends = |reader: &mut Self, from, to| {
            reader.code(from);
            reader.out.push('-');
            reader.code(to);
        };
        ends(self, from, to);
        // Of `[À-Ỹ]` the small letters too; ASCII's are the crate's own business.
        let small = (lower_char(from), lower_char(to));
        if self.case == Case::Ignores && !to.is_ascii() && small.0 <= small.1 {
            ends(self, small.0, small.1);
        }
    }

    /// The character, with its case.
    fn code(&mut self, one: char) {
        if one.is_ascii_punctuation() && !matches!(one, '<' | '>') {
            self.out.push('\\');
        }
        self.out.push(one);
    }

    /// From behind `\`.
    fn escape(&mut self) -> Option<Escape> {
        let one = self.rest.next()?;
        Some(Escape::One(match one {
            'd' => return Some(Escape::Many("\\d")),
            'D' => return Some(Escape::Many("\\D")),
            'w' => return Some(Escape::Many("\\w")),
            'W' => return Some(Escape::Many("\\W")),
            's' => return Some(Escape::Many(BLANK)),
            'S' => return Some(Escape::Many(NOT_BLANK)),
            'b' => return Some(Escape::Edge("\\b")),
            'B' => return Some(Escape::Edge("\\B")),
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '0' => '\0',
            'x' => self.hex(2)?,
            'u' => self.hex(4)?,
            _ if one.is_ascii_alphanumeric() => return None,
            _ => one,
        }))
    }

    fn hex(&mut self, digits: usize) -> Option<char> {
        let mut code = 0;
        for _ in 0..digits {
            code = code * 16 + self.rest.next()?.to_digit(16)?;
        }
        char::from_u32(code)
    }
}
