//! SurveyJS's expression language: parsed once into a flat program, run in bounded steps.
//!
//! It is SurveyJS 3.1's language with its quirks, because designers' files rely on them: text is compared without regard to case,
//! `2^3^2` is 64, a missing `)` is forgiven, an unknown function is null. The order of alternatives in [`parse`] is the order of
//! its grammar. What differs: nothing here waits, and a text longer than [`MOST_BYTES`] or nested deeper than [`MOST_DEEP`] is no
//! expression.

mod arithmetic;
mod clock;
mod compare;
mod contain;
mod date;
mod datum;
mod equal;
mod function;
mod machine;
mod number;
mod parse;
mod path;
mod program;
mod scope;

pub use clock::Clock;
pub use datum::Datum;
pub use function::NAMES as FUNCTIONS;
pub use machine::{Overrun, STEPS};
pub use parse::{MOST_BYTES, MOST_DEEP, Reason, Refusal};
pub use path::{Part, Path};
pub(crate) use path::{Step, follow};
pub use program::{Binary, Op, Program, Reading, Unary, Variable};
pub(crate) use scope::find;
pub use scope::{Ask, Found, Scope, Values};

pub(crate) use compare::greater;
pub(crate) use date::{day_text, minute_text, parse as parse_date};
pub(crate) use equal::{Order, equal, loosely_true};
pub(crate) use number::{coerce, is_number, number_of, show};

/// An expression that parses.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    program: Program,
}

impl Expression {
    /// # Errors
    /// It does not parse; where and why.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        parse::parse(text).map(|program| Self { program })
    }

    /// What it yields.
    ///
    /// # Errors
    /// It was still running after [`STEPS`].
    pub fn value(&self, scope: &dyn Scope) -> Result<Datum, Overrun> {
        machine::run(&self.program, scope)
    }

    /// Whether what it yields is `true` as JavaScript's `==` sees it: 1 and "1" are, "abc" is not.
    ///
    /// # Errors
    /// It was still running after [`STEPS`].
    pub fn holds(&self, scope: &dyn Scope) -> Result<bool, Overrun> {
        self.value(scope).map(|datum| loosely_true(&datum))
    }

    /// The variables it reads, as they are written.
    pub fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.program.ops.iter().filter_map(|op| match op {
            Op::Variable(variable) => Some(variable),
            _ => None,
        })
    }

    /// The steps of it, for those who judge expressions (the linter).
    pub fn program(&self) -> &Program {
        &self.program
    }
}
