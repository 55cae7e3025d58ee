//! Regular expressions in JavaScript's spelling, in time that grows with the text alone, whatever the pattern: `(a+)+b` cannot hold
//! a phone or the collector up. Only whether a text matches is asked. Outside: look-around, back-references, `\p{…}`.
//!
//! A pattern becomes a program of small steps; all places of it where a reading of the text so far may stand are carried along
//! together (Thompson, 1968), so none is ever tried again. A tenth of what a general crate weighs in the page.

mod read;
#[cfg(test)]
mod tests;

use read::Reader;

use crate::letters::lower_char;

/// Bytes; a longer pattern is refused.
const LONGEST: usize = 2_000;

/// A pattern that can be run.
#[derive(Debug, Clone)]
pub struct Pattern {
    steps: Vec<Step>,
    case: Case,
}

/// Whether letters are told apart by their case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    Minds,
    Ignores,
}

#[derive(Debug, Clone)]
enum Step {
    /// One character of these.
    One(Set),
    /// Goes on at both places at once, counted from here.
    Fork(isize, isize),
    Edge(Edge),
    /// It matches.
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
    Word,
    NoWord,
}

#[derive(Debug, Clone, Default)]
struct Set {
    ranges: Vec<(char, char)>,
    /// All others are meant.
    others: bool,
}

impl Set {
    fn has(&self, one: char, case: Case) -> bool {
        let within = |one: char| self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&one));
        let folded = case == Case::Ignores && (within(lower_char(one)) || within(one.to_ascii_uppercase()));
        (within(one) || folded) != self.others
    }
}

impl Pattern {
    /// `None`: it cannot be run.
    pub fn new(text: &str, case: Case) -> Option<Self> {
        let steps = if text.len() > LONGEST { None } else { Reader::new(text, case).all() };
        Some(Self { steps: steps?, case })
    }

    /// Whether any part of the text matches.
    pub fn is_match(&self, text: &str) -> bool {
        let mut here = Places::new(self.steps.len());
        let mut next = Places::new(self.steps.len());
        let mut before = None;
        let mut rest = text.chars();
        loop {
            let one = rest.next();
            if self.follow(0, before, one, &mut here) {
                return true;
            }
            let Some(read) = one else { return false };
            for at in std::mem::take(&mut here.open) {
                if let Some(Step::One(set)) = self.steps.get(at)
                    && set.has(read, self.case)
                    && self.follow(at + 1, Some(read), rest.clone().next(), &mut next)
                {
                    return true;
                }
            }
            here.seen.fill(false);
            std::mem::swap(&mut here, &mut next);
            before = one;
        }
    }

    /// Where one may stand after reaching `at` between two characters. `true`: at the end.
    fn follow(&self, at: usize, before: Option<char>, after: Option<char>, places: &mut Places) -> bool {
        let mut ways = vec![at];
        while let Some(at) = ways.pop() {
            match places.seen.get_mut(at) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            match self.steps.get(at) {
                Some(Step::One(_)) => places.open.push(at),
                Some(Step::Fork(one, other)) => {
                    ways.extend([one, other].into_iter().filter_map(|by| at.checked_add_signed(*by)));
                }
                Some(Step::Edge(edge)) if edge.is_here(before, after) => ways.push(at + 1),
                Some(Step::Edge(_)) | None => {}
                Some(Step::End) => return true,
            }
        }
        false
    }
}

impl Edge {
    fn is_here(self, before: Option<char>, after: Option<char>) -> bool {
        let word = |one: Option<char>| one.is_some_and(|one| one.is_ascii_alphanumeric() || one == '_');
        match self {
            Self::Start => before.is_none(),
            Self::End => after.is_none(),
            Self::Word => word(before) != word(after),
            Self::NoWord => word(before) == word(after),
        }
    }
}

/// Steps at which a reading stands, each once.
struct Places {
    open: Vec<usize>,
    seen: Vec<bool>,
}

impl Places {
    fn new(count: usize) -> Self {
        Self { open: Vec::new(), seen: vec![false; count] }
    }
}
