//! Expressions: `XPath` as sheets have it ⇄ SurveyJS's language, by way of one tree.

mod lex;
mod parse;
mod program;
mod sheet;
mod survey;

pub(super) use parse::parse;
pub(super) use program::tree;
pub(super) use sheet::spell as on_sheet;
pub(super) use survey::{Trouble, Where, spell as in_survey};

/// An expression in the words of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    Text(String),
    /// As it is written.
    Number(String),
    Flag(Flag),
    /// `${name}`
    Reference(String),
    /// `.`
    Own,
    /// A bare word: in a choice filter, a column of the choices.
    Word(String),
    Not(Box<Tree>),
    Pair(Op, Box<Tree>, Box<Tree>),
    Call(String, Vec<Tree>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flag {
    True,
    False,
}

/// Loosest first, as `XPath` binds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divided,
    Modulo,
}

impl Op {
    /// Higher binds closer.
    pub(super) fn level(self) -> u8 {
        match self {
            Self::Or => 0,
            Self::And => 1,
            Self::Equal | Self::NotEqual => 2,
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => 3,
            Self::Plus | Self::Minus => 4,
            Self::Times | Self::Divided | Self::Modulo => 5,
        }
    }
}

/// Functions of the subset, and what each takes.
pub(super) const FUNCTIONS: [(&str, &str); 15] = [
    ("selected", "selected(${question}, 'name')"),
    ("count-selected", "count-selected(${question})"),
    ("if", "if(condition, then, else)"),
    ("coalesce", "coalesce(${question}, otherwise)"),
    ("regex", "in constraint alone, as regex(., '…') or joined to the rest by and"),
    ("string-length", "string-length(${question})"),
    ("concat", "concat(one, two, …)"),
    ("round", "round(number, digits)"),
    ("int", "int(number)"),
    ("today", "today()"),
    ("now", "now()"),
    ("date", "date('2026-01-31')"),
    ("not", "not(condition)"),
    ("true", "true()"),
    ("false", "false()"),
];
