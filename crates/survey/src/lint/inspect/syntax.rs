//! Expressions that do not parse, and functions that there are none of.

use super::collect::Survey;
use super::{Code, Found};
use crate::expression::{Expression, FUNCTIONS, Op};
use crate::lint::nearest;

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for written in &survey.written {
        let expression = match Expression::parse(written.text) {
            Ok(expression) => expression,
            Err(refusal) => {
                let at = (refusal.at + 1).to_string();
                found.add(
                    Code::Syntax,
                    &written.path,
                    &[("at", &at), ("reason", refusal.reason.as_str()), ("value", written.text)],
                );
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
