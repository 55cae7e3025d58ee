//! `triggers`: deeds that answers cause.

use serde_json::{Map, Value};

use super::read::expression;
use crate::expression::{Expression, show};
use crate::letters::Lower;
use crate::member::{flag, string};

#[derive(Debug, Clone)]
pub struct Trigger {
    /// `None`: whenever what it copies changes.
    pub when: Option<Expression>,
    pub deed: Deed,
}

#[derive(Debug, Clone)]
pub enum Deed {
    /// At the next change of page.
    Complete,
    SetValue {
        to: String,
        value: Value,
    },
    SetVariable {
        name: String,
        value: Value,
    },
    CopyValue {
        to: String,
        from: String,
    },
    RunExpression {
        run: Option<Expression>,
        to: Option<String>,
    },
    /// To the page of this question.
    Skip {
        to: String,
    },
    /// Old surveys: shows these questions and pages while it holds, hides them while it does not.
    Visible {
        names: Vec<String>,
    },
}

impl Trigger {
    /// `None`: a type that this version does not know, or without what it needs.
    pub(crate) fn of(object: &Map<String, Value>) -> Option<Self> {
        let kind = string(object, "type")?;
        let to = || string(object, "setToName");
        let deed = match kind.strip_suffix("trigger").unwrap_or(&kind) {
            "complete" => Deed::Complete,
            "setvalue" => {
                let value = object.get("setValue").cloned().unwrap_or_default();
                let to = to()?;
                if flag(object, "isVariable") {
                    Deed::SetVariable { name: to, value }
                } else {
                    Deed::SetValue { to, value }
                }
            }
            "copyvalue" => Deed::CopyValue { to: to()?, from: string(object, "fromName")? },
            "runexpression" => Deed::RunExpression { run: expression(object, "runExpression"), to: to() },
            "skip" => Deed::Skip { to: string(object, "gotoName")? },
            "visible" => {
                let names = |member: &str| {
                    let items = object.get(member).and_then(Value::as_array).map(Vec::as_slice);
                    items.unwrap_or_default().iter().filter_map(|one| one.as_str().map(str::to_owned))
                };
                Deed::Visible { names: names("pages").chain(names("questions")).collect() }
            }
            _ => return None,
        };
        let when = expression(object, "expression").or_else(|| Expression::parse(&spelled(object)?).ok());
        if when.is_none() && !matches!(deed, Deed::CopyValue { .. }) {
            return None;
        }
        Some(Self { when, deed })
    }
}

/// The expression that the old members `name`, `operator` and `value` stand for.
fn spelled(object: &Map<String, Value>) -> Option<String> {
    const OPERATORS: [&str; 10] = [
        "empty",
        "notempty",
        "equal",
        "notequal",
        "contains",
        "notcontains",
        "greater",
        "less",
        "greaterorequal",
        "lessorequal",
    ];
    let name = string(object, "name")?;
    let operator = string(object, "operator").unwrap_or_default().lower();
    let operator = OPERATORS.into_iter().find(|one| *one == operator).unwrap_or("equal");
    if operator.ends_with("empty") {
        return Some(["{", &name, "} ", operator].concat());
    }
    let value = object.get("value")?;
    let datum = crate::expression::Datum::from(value);
    let bare = value.is_boolean() || crate::expression::is_number(&datum);
    let word = show(&datum);
    if word.trim().is_empty() {
        return None;
    }
    let bare = bare || matches!(word.lower().as_str(), "true" | "false");
    Some(if bare {
        ["{", &name, "} ", operator, " ", &word].concat()
    } else {
        ["{", &name, "} ", operator, " '", &word, "'"].concat()
    })
}
