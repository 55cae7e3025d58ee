//! `resetValueIf`, `setValueIf`, `setValueExpression`: what an answer does to other answers.

use std::rc::Rc;

use super::Session;
use super::node::Host;
use super::watch::{names, reads_more};
use crate::expression::Expression;
use crate::letters::Lower;

impl Session {
    /// After conditions have settled: `key` was set first-hand, `inner` says where in a dynamic panel.
    pub(super) fn react(&mut self, key: &str, inner: Option<&(Host, String)>) {
        let lower = key.lower();
        for id in self.reactors.clone() {
            let Some(node) = self.node(id).filter(|node| !node.busy) else { continue };
            // What one of these sets forgets what else has changed, as in SurveyJS.
            let mut keys = self.changed.clone().unwrap_or_else(|| vec![lower.clone()]);
            if let Some(host) = node.host {
                let Some((at, name)) = inner else { continue };
                if *at == host {
                    keys = vec!["panel.".to_owned() + &name.lower()];
                } else if self.root(id).is_some_and(|root| root.lower() == lower) {
                    continue;
                }
            }
            let rules = Rc::clone(&node.element);
            let rules = &rules.rules;
            if let Some(reset) = &rules.reset_if
                && !self.is_blank(id)
                && reads(reset, &keys)
                && self.holds(Some(id), reset)
            {
                self.reset(id);
            }
            let read =
                |expression: &Option<Expression>| expression.as_ref().is_some_and(|one| reads(one, &keys));
            let set = match &rules.set_if {
                Some(when) => {
                    (read(&rules.set_if) || read(&rules.set_expression))
                        && self.evaluate(Some(id), when).is_true()
                }
                None => read(&rules.set_expression),
            };
            if set {
                let value = rules.set_expression.as_ref().and_then(|then| self.question_value(id, then));
                self.put(id, value);
            }
        }
    }

    /// To the default, or to no answer.
    fn reset(&mut self, id: usize) {
        let Some(element) = self.node(id).map(|node| Rc::clone(&node.element)) else { return };
        let value = match (&element.rules.default_expression, &element.rules.default) {
            (Some(expression), default) => self.question_value(id, expression).or_else(|| default.clone()),
            (None, Some(default)) => Some(self.as_question_keeps(id, default)),
            (None, None) => None,
        };
        self.put(id, value);
    }
}

/// Whether the expression reads one of these names, or what no name tells.
pub(super) fn reads(expression: &Expression, keys: &[String]) -> bool {
    reads_more(expression)
        || expression.variables().next().is_none()
        || expression.variables().flat_map(names).any(|name| keys.contains(&name))
}
