//! Names in expressions and texts.

use super::collect::{Survey, heads};
use super::{Code, Found};
use crate::expression::{Expression, Variable};
use crate::lint::nearest;

/// What begins a name that is not a question's.
const SCOPES: [&str; 9] =
    ["panel", "parentpanel", "panelindex", "visiblepanelindex", "item", "choice", "self", "row", "rowindex"];
const BUILT_IN: [&str; 3] = ["pageno", "pagecount", "locale"];

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for written in &survey.written {
        let Ok(expression) = Expression::parse(written.text) else { continue };
        for variable in inner(&expression) {
            if !known(survey, variable) {
                let first = variable.path.parts.first().map(|part| part.name.as_str()).unwrap_or_default();
                let all = survey.questions.keys().chain(survey.variables.keys()).map(String::as_str);
                let meant = nearest::to(first, all).unwrap_or_default();
                found.add(Code::UnknownName, &written.path, &[("name", &variable.name), ("meant", meant)]);
            }
            let own =
                written.part.and_then(|part| survey.parts.get(part)).filter(|part| !part.name.is_empty());
            let gates = matches!(
                written.member,
                "visibleIf" | "enableIf" | "requiredIf" | "setValueExpression" | "defaultValueExpression"
            );
            let of_question = own.filter(|part| part.path.clone() + "." + written.member == written.path);
            if let Some(part) = of_question
                && gates
                && part.hosts.is_empty()
                && heads(variable).contains(&part.name.to_lowercase())
            {
                found.add(Code::SelfReference, &written.path, &[("name", part.name)]);
            }
        }
    }
    for part in &survey.parts {
        for member in ["title", "description", "html", "templateTitle"] {
            let Some(text) = part.raw.get(member).and_then(|text| text.as_str()) else { continue };
            for name in pipes(text) {
                let Ok(expression) = Expression::parse(&format!("{{{name}}}")) else { continue };
                if expression.variables().any(|variable| !known(survey, variable) && part.hosts.is_empty()) {
                    let meant =
                        nearest::to(name, survey.questions.keys().map(String::as_str)).unwrap_or_default();
                    found.add(
                        Code::UnknownPipe,
                        &format!("{}.{member}", part.path),
                        &[("name", name), ("meant", meant)],
                    );
                }
            }
        }
    }
}

/// Variables, without those in the conditions of `sumInArray` and its like: these are members of rows.
fn inner(expression: &Expression) -> Vec<&Variable> {
    let program = expression.program();
    let rows: Vec<(usize, usize)> = program
        .ops
        .iter()
        .enumerate()
        .filter_map(|(at, op)| match op {
            crate::expression::Op::Call { name, starts } if name.ends_with("InArray") => {
                Some((*starts.get(1)?, at))
            }
            _ => None,
        })
        .collect();
    let outside = |at: usize| rows.iter().all(|(from, to)| at < *from || at >= *to);
    program
        .ops
        .iter()
        .enumerate()
        .filter(|(at, _)| outside(*at))
        .filter_map(|(_, op)| match op {
            crate::expression::Op::Variable(variable) => Some(variable),
            _ => None,
        })
        .collect()
}

fn known(survey: &Survey, variable: &Variable) -> bool {
    // An object or a property of an element.
    if variable.name.contains(':') || variable.name.starts_with('$') {
        return true;
    }
    let heads = heads(variable);
    heads.iter().any(|head| {
        let comment = head.strip_suffix("-comment").unwrap_or(head);
        survey.questions.contains_key(comment) || survey.variables.contains_key(head)
    }) || heads
        .first()
        .is_some_and(|first| SCOPES.contains(&first.as_str()) || BUILT_IN.contains(&first.as_str()))
}

/// What stands between braces in a text.
fn pipes(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0.trim()))
        .filter(|name| !name.is_empty())
}
