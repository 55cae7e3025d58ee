//! Expressions that do not parse, and functions that there are none of.

use super::collect::Survey;
use super::{Code, Found};
use crate::expression::{Expression, FUNCTIONS, MOST_BYTES, MOST_DEEP, Op, Reason};
use crate::lint::nearest;

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for written in &survey.written {
        let expression = match Expression::parse(written.text) {
            Ok(expression) => expression,
            Err(refusal) => {
                let number = |number: usize| number.to_string();
                let (code, at, most) = match refusal.reason {
                    Reason::TooLong => (Code::LongExpression, number(written.text.len()), number(MOST_BYTES)),
                    Reason::TooDeep => (Code::DeepExpression, number(refusal.at + 1), number(MOST_DEEP)),
                    _ => (Code::Syntax, number(refusal.at + 1), String::new()),
                };
                found.add(code, &written.path, &[("at", &at), ("most", &most), ("value", written.text)]);
                continue;
            }
        };
        for op in &expression.program().ops {
            if let Op::Call { name, .. } = op
                && !FUNCTIONS.contains(&name.as_str())
            {
                let meant = nearest::to(name, FUNCTIONS.into_iter()).unwrap_or_default();
                found.add(Code::UnknownFunction, &written.path, &[("name", name), ("meant", meant)]);
            }
        }
    }
}
