//! Brackets, calls, negation, lists.

use super::super::program::{Op, Reading, Unary};
use super::{MOST_DEEP, Mark, Parser};

impl Parser<'_> {
    pub(super) fn factor(&mut self) -> bool {
        let at = self.at;
        if self.deep > MOST_DEEP || self.failed.get(at) == Some(&true) {
            return false;
        }
        self.deep += 1;
        let there =
            self.group() || self.call() || self.negated() || self.tested() || self.atom() || self.list();
        if self.deep <= MOST_DEEP {
            self.deep -= 1;
        }
        if let Some(failed) = self.failed.get_mut(at).filter(|_| !there) {
            *failed = true;
        }
        there
    }

    /// `( … )`, whose end may be missing.
    fn group(&mut self) -> bool {
        let mark = self.mark();
        if !self.word("(") || !self.expression() {
            self.back(mark);
            return false;
        }
        self.word(")");
        true
    }

    /// `name( … )`, whose end may be missing.
    fn call(&mut self) -> bool {
        let mark = self.mark();
        let Some(name) = self.letters() else { return false };
        if !self.word("(") {
            self.back(mark);
            return false;
        }
        let starts = self.sequence();
        self.word(")");
        if name.ends_with("InArray")
            && let Some(Op::Variable(list)) = starts.first().and_then(|first| self.ops.get_mut(*first))
        {
            list.reading = Reading::Whole;
        }
        self.ops.push(Op::Call { name, starts });
        true
    }

    fn negated(&mut self) -> bool {
        let mark = self.mark();
        if !self.word("!") && !self.word("negate") {
            return false;
        }
        self.blanks();
        if !self.factor() {
            self.back(mark);
            return false;
        }
        self.ops.push(Op::Unary(Unary::Negate));
        true
    }

    /// `{x} empty`
    fn tested(&mut self) -> bool {
        let mark = self.mark();
        if !self.atom() {
            return false;
        }
        self.blanks();
        let op = if self.word("empty") {
            Unary::Empty
        } else if self.word("notempty") {
            Unary::NotEmpty
        } else {
            self.back(mark);
            return false;
        };
        self.ops.push(Op::Unary(op));
        true
    }

    /// `[ … ]`, whose end may not be missing.
    fn list(&mut self) -> bool {
        let mark = self.mark();
        if !self.word("[") {
            return false;
        }
        let count = self.sequence().len();
        if !self.word("]") {
            self.back(mark);
            return false;
        }
        self.ops.push(Op::List(count));
        true
    }

    /// Values between commas, or none; where the steps of each begin.
    fn sequence(&mut self) -> Vec<usize> {
        let Mark(at, first) = self.mark();
        if !self.expression() {
            self.back(Mark(at, first));
        }
        let lone = self.ops.len() == first;
        let mut starts = if lone { Vec::new() } else { vec![first] };
        loop {
            let mark = self.mark();
            self.blanks();
            if !self.word(",") || !self.expression() {
                self.back(mark);
                break;
            }
            starts.push(mark.1);
        }
        // A list that begins with `null`, or with nothing, is empty: SurveyJS looks at its first value only.
        if lone || matches!(self.ops.get(first..), Some([Op::Nothing, ..])) {
            let second = starts.get(1).copied().unwrap_or(self.ops.len());
            if lone || second == first + 1 {
                self.ops.truncate(first);
                starts.clear();
            }
        }
        starts
    }
}
