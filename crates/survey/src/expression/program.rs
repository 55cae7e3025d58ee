//! What an expression is compiled to.

use super::datum::Datum;
use super::path::Path;

/// Operands before operators (postfix): no recursion to run it, none to drop it, however long a chain of `+` is. SurveyJS
/// evaluates both sides of `and` and `or`, so that there are no jumps.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Program {
    pub ops: Vec<Op>,
}

/// One step: takes its operands from the stack, leaves one value.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// The words `null` and `undefined`, and the right side that `contains` may lack.
    Nothing,
    Constant(Datum),
    Variable(Variable),
    /// So many values make a list.
    List(usize),
    Unary(Unary),
    Binary(Binary),
    /// `starts`: of each argument, the index of its first step.
    Call {
        name: String,
        starts: Vec<usize>,
    },
}

/// `{name}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// As written, without `#`.
    pub name: String,
    pub path: Path,
    pub reading: Reading,
}

/// How a variable's value is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Texts that spell numbers or booleans become such.
    Converted,
    /// `{#name}`: as it is.
    AsIs,
    /// The list that `sumInArray` and its like go over: answers that are objects stay objects.
    Whole,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unary {
    Empty,
    NotEmpty,
    Negate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    Or,
    And,
    LessOrEqual,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Less,
    Greater,
    Plus,
    Minus,
    Times,
    Divided,
    Modulo,
    Power,
    Contains,
    NotContains,
    AnyOf,
    AllOf,
    NoneOf,
}

impl Binary {
    /// Whether SurveyJS first makes something of empty operands (`{nothing} + 1` is 1).
    pub fn fills_empty(self) -> bool {
        use Binary::{And, Divided, Minus, Modulo, Or, Plus, Power, Times};
        matches!(self, Or | And | Plus | Minus | Times | Divided | Modulo | Power)
    }
}

impl Program {
    /// The steps of argument `nth` of the call at `call`. `None`: no call there, or fewer arguments.
    pub fn argument(&self, call: usize, nth: usize) -> Option<&[Op]> {
        let Some(Op::Call { starts, .. }) = self.ops.get(call) else { return None };
        let end = starts.get(nth + 1).copied().unwrap_or(call);
        self.ops.get(*starts.get(nth)?..end)
    }
}
