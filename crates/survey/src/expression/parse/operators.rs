//! The words of operators, loosest first; within a level in the order they are tried.

use super::super::program::Binary;

type Words = &'static [(&'static str, Binary)];

pub(super) const LEVELS: [Words; 6] = [
    &[("||", Binary::Or), ("or", Binary::Or)],
    &[("&&", Binary::And), ("and", Binary::And)],
    &[
        ("<=", Binary::LessOrEqual),
        ("lessorequal", Binary::LessOrEqual),
        (">=", Binary::GreaterOrEqual),
        ("greaterorequal", Binary::GreaterOrEqual),
        ("==", Binary::Equal),
        ("equal", Binary::Equal),
        ("=", Binary::Equal),
        ("!=", Binary::NotEqual),
        ("notequal", Binary::NotEqual),
        ("<", Binary::Less),
        ("less", Binary::Less),
        (">", Binary::Greater),
        ("greater", Binary::Greater),
    ],
    &[("+", Binary::Plus), ("-", Binary::Minus)],
    &[("*", Binary::Times), ("/", Binary::Divided), ("%", Binary::Modulo)],
    &[("^", Binary::Power), ("power", Binary::Power)],
];

pub(super) const FUNCTIONS: Words = &[
    ("*=", Binary::Contains),
    ("contains", Binary::Contains),
    ("contain", Binary::Contains),
    ("notcontains", Binary::NotContains),
    ("notcontain", Binary::NotContains),
    ("anyof", Binary::AnyOf),
    ("allof", Binary::AllOf),
    ("noneof", Binary::NoneOf),
];
