//! A pattern's text to its steps.

use std::str::Chars;

use super::{Case, Edge, Set, Step};
use crate::letters::lower_char;

/// Steps in all: what `{1000}` of `{1000}` would be is refused.
const MOST_STEPS: usize = 10_000;
/// Groups in groups.
const DEEPEST: usize = 100;

const DIGIT: &[(char, char)] = &[('0', '9')];
const WORD: &[(char, char)] = &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
const BLANK: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];
const LINE_END: &[(char, char)] = &[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')];

pub(super) struct Reader<'a> {
    rest: Chars<'a>,
    case: Case,
    deep: usize,
}

/// What `\` and a character mean.
enum Escape {
    One(char),
    Many(Set),
    Edge(Edge),
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, case: Case) -> Self {
        Self { rest: text.chars(), case, deep: 0 }
    }

    pub(super) fn all(mut self) -> Option<Vec<Step>> {
        let mut steps = self.either()?;
        steps.push(Step::End);
        self.peek().is_none().then_some(steps)
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn takes(&mut self, words: &str) -> bool {
        let after = self.rest.as_str().strip_prefix(words);
        if let Some(after) = after {
            self.rest = after.chars();
        }
        after.is_some()
    }

    fn either(&mut self) -> Option<Vec<Step>> {
        let one = self.row()?;
        if !self.takes("|") {
            return Some(one);
        }
        let other = self.either()?;
        let mut all = vec![Step::Fork(1, by(one.len() + 2))];
        all.extend(one);
        let over = by(other.len() + 1);
        all.push(Step::Fork(over, over));
        all.extend(other);
        fits(all)
    }

    fn row(&mut self) -> Option<Vec<Step>> {
        let mut all = Vec::new();
        while !matches!(self.peek(), None | Some('|' | ')')) {
            let piece = self.piece()?;
            all.extend(self.times(piece)?);
            all = fits(all)?;
        }
        Some(all)
    }

    fn piece(&mut self) -> Option<Vec<Step>> {
        let step = match self.rest.next()? {
            '^' => Step::Edge(Edge::Start),
            '$' => Step::Edge(Edge::End),
            '.' => Step::One(Set { ranges: LINE_END.to_vec(), others: true }),
            '*' | '+' | '?' => return None,
            '(' => return self.group(),
            '[' => Step::One(self.set()?),
            '\\' => match self.escape()? {
                Escape::One(one) => self.one(one),
                Escape::Many(set) => Step::One(set),
                Escape::Edge(edge) => Step::Edge(edge),
            },
            one => self.one(one),
        };
        Some(vec![step])
    }

    fn one(&self, one: char) -> Step {
        let one = if self.case == Case::Ignores { lower_char(one) } else { one };
        Step::One(Set { ranges: vec![(one, one)], others: false })
    }

    fn group(&mut self) -> Option<Vec<Step>> {
        if self.takes("?") && !self.takes(":") {
            if !self.takes("<") || matches!(self.peek(), Some('=' | '!')) {
                return None;
            }
            while self.rest.next()? != '>' {}
        }
        self.deep += 1;
        let inner = if self.deep > DEEPEST { None } else { self.either() };
        self.deep -= 1;
        inner.filter(|_| self.takes(")"))
    }

    /// As often as the sign behind it says.
    fn times(&mut self, piece: Vec<Step>) -> Option<Vec<Step>> {
        let before = self.rest.clone();
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => (usize::MAX, None),
            _ => return Some(piece),
        };
        self.rest.next();
        let (least, most) = if least < usize::MAX {
            (least, most)
        } else if let Some(counts) = self.counts() {
            counts
        } else {
            // `a{` is what it says: the brace is the next piece.
            self.rest = before;
            return Some(piece);
        };
        // How greedy it is decides which part matches, not whether.
        self.takes("?");
        if matches!(self.peek(), Some('*' | '+' | '?')) || most.is_some_and(|most| most < least) {
            return None;
        }
        let copies = most.unwrap_or(least).max(least) + 1;
        if copies.checked_mul(piece.len() + 2)? > MOST_STEPS {
            return None;
        }
        let mut all: Vec<Step> = (0..least).flat_map(|_| piece.clone()).collect();
        let length = piece.len();
        match most {
            None => {
                all.push(Step::Fork(1, by(length + 2)));
                all.extend(piece);
                let back = -by(length + 1);
                all.push(Step::Fork(back, back));
            }
            Some(most) => {
                for _ in least..most {
                    all.push(Step::Fork(1, by(length + 1)));
                    all.extend(piece.iter().cloned());
                }
            }
        }
        Some(all)
    }
    /// `2}`, `2,}` or `2,5}`.
    fn counts(&mut self) -> Option<(usize, Option<usize>)> {
        let least = self.count()?;
        let most = if self.takes(",") { self.count() } else { Some(least) };
        self.takes("}").then_some((least, most))
    }

    fn count(&mut self) -> Option<usize> {
        let text = self.rest.as_str();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, after) = text.split_at(digits);
        self.rest = after.chars();
        digits.parse().ok()
    }

    /// From behind `[`.
    fn set(&mut self) -> Option<Set> {
        let mut set = Set { others: self.takes("^"), ..Set::default() };
        while !self.takes("]") {
            let Some(from) = self.member(&mut set)? else { continue };
            let mut to = from;
            let rest = self.rest.as_str();
            if rest.starts_with('-') && !rest.starts_with("-]") {
                self.rest.next();
                match self.member(&mut set)? {
                    Some(last) => to = last,
                    // `[a-\d]`: the dash is one of them.
                    None => set.ranges.push(('-', '-')),
                }
            }
            if to < from {
                return None;
            }
            set.ranges.push((from, to));
        }
        Some(set)
    }

    /// One character of a set; what stands for many is put into it.
    #[allow(clippy::option_option, reason = "a mistake, many, one")]
    fn member(&mut self, set: &mut Set) -> Option<Option<char>> {
        let one = self.rest.next()?;
        if one != '\\' {
            return Some(Some(one));
        }
        Some(match self.escape()? {
            Escape::One(one) => Some(one),
            Escape::Many(Set { ranges, others: false }) => {
                set.ranges.extend(ranges);
                None
            }
            Escape::Many(Set { ranges, .. }) => {
                let mut from = '\0';
                for (low, high) in ranges {
                    set.ranges.extend(before(low).filter(|to| from <= *to).map(|to| (from, to)));
                    from = char::from_u32(u32::from(high) + 1)?;
                }
                set.ranges.push((from, char::MAX));
                None
            }
            Escape::Edge(Edge::Word) => Some('\u{8}'),
            Escape::Edge(_) => return None,
        })
    }

    /// From behind `\`.
    fn escape(&mut self) -> Option<Escape> {
        let many =
            |ranges: &[(char, char)], others| Some(Escape::Many(Set { ranges: ranges.to_vec(), others }));
        let one = self.rest.next()?;
        Some(Escape::One(match one {
            'd' | 'D' => return many(DIGIT, one == 'D'),
            'w' | 'W' => return many(WORD, one == 'W'),
            's' | 'S' => return many(BLANK, one == 'S'),
            'b' => return Some(Escape::Edge(Edge::Word)),
            'B' => return Some(Escape::Edge(Edge::NoWord)),
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '0' => '\0',
            'x' => self.code(2)?,
            'u' => self.code(4)?,
            _ if one.is_ascii_alphanumeric() => return None,
            _ => one,
        }))
    }

    fn code(&mut self, digits: usize) -> Option<char> {
        let mut code = 0;
        for _ in 0..digits {
            code = code * 16 + self.rest.next()?.to_digit(16)?;
        }
        char::from_u32(code)
    }
}

fn before(one: char) -> Option<char> {
    char::from_u32(u32::from(one).checked_sub(1)?)
}

/// So many steps on: there are never more than [`MOST_STEPS`].
fn by(steps: usize) -> isize {
    isize::try_from(steps).unwrap_or(0)
}

fn fits(steps: Vec<Step>) -> Option<Vec<Step>> {
    Some(steps).filter(|steps| steps.len() <= MOST_STEPS)
}
