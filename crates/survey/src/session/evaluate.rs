//! One rule.

use std::rc::Rc;

use serde_json::Value;

use super::Session;
use super::scope::View;
use super::watch::{ACTS, Act, Rule};
use crate::expression::{Datum, Expression, day_text, minute_text};
use crate::model::{Clear, Element, Kept, Kind};

impl Session {
    pub(super) fn run(&mut self, rule: Rule) {
        let Some(behind) = rule.checked_sub(self.model.calculated.len()) else { return self.calculate(rule) };
        let (id, act) = (behind / ACTS.len(), ACTS.get(behind % ACTS.len()));
        if let (Some(node), Some(act)) = (self.node(id), act) {
            let element = Rc::clone(&node.element);
            self.run_node(id, &element, *act);
        }
    }

    fn run_node(&mut self, id: usize, element: &Rc<Element>, act: Act) {
        let rules = &element.rules;
        let holds = |expression: &Option<Expression>| {
            expression.as_ref().map(|expression| self.holds(Some(id), expression))
        };
        match act {
            Act::Show => {
                if let Some(shown) = holds(&rules.visible_if) {
                    self.show(id, shown);
                }
            }
            Act::Enable => {
                if let (Some(enabled), Some(node)) = (holds(&rules.enable_if), self.nodes.get_mut(id)) {
                    node.enabled = enabled;
                }
            }
            Act::Require => {
                if let (Some(required), Some(node)) = (holds(&rules.required_if), self.nodes.get_mut(id)) {
                    node.required = required;
                }
            }
            Act::Offer => self.offer(id),
            Act::Default => {
                let free = self.node(id).is_some_and(|node| !node.touched);
                let there = !self.clears_when_hidden(id) || self.is_there(id);
                if free
                    && there
                    && let Some(expression) = &rules.default_expression
                {
                    self.set_default(id, expression, rules.default.as_ref());
                }
            }
            Act::Value => {
                if let Some(Kind::Expression(Some(expression))) = element.kind() {
                    let value = self.question_value(id, expression);
                    self.put(id, value);
                }
            }
            Act::ShowRows => self.show_rows(id),
        }
    }

    fn calculate(&mut self, at: usize) {
        let model = Rc::clone(&self.model);
        let Some(calculated) = model.calculated.get(at) else { return };
        let value = self.evaluate(None, &calculated.expression).to_json();
        match calculated.kept {
            Kept::InAnswers => self.put_key(&calculated.name, value),
            Kept::Aside => self.put_variable(&calculated.name, value.unwrap_or_default()),
        }
    }

    /// Null where it takes too long.
    pub(super) fn evaluate(&self, node: Option<usize>, expression: &Expression) -> Datum {
        expression.value(&View::of(self, node)).unwrap_or(Datum::Null)
    }

    pub(super) fn holds(&self, node: Option<usize>, expression: &Expression) -> bool {
        expression.holds(&View::of(self, node)).unwrap_or(false)
    }

    /// What an expression yields, as a question keeps it: dates as the texts of date inputs.
    pub(super) fn question_value(&self, id: usize, expression: &Expression) -> Option<Value> {
        let datum = self.evaluate(Some(id), expression);
        self.kept(id, datum)
    }

    fn kept(&self, id: usize, datum: Datum) -> Option<Value> {
        let Datum::Date(at) = datum else { return datum.to_json().filter(|value| !value.is_null()) };
        match self.node(id).and_then(super::node::Node::kind) {
            Some(Kind::Text(field)) if field.sort == "datetime-local" => minute_text(at, self.clock),
            _ => day_text(at, self.clock),
        }
        .map(Value::String)
    }

    fn set_default(&mut self, id: usize, expression: &Expression, otherwise: Option<&Value>) {
        let value = self.question_value(id, expression).or_else(|| otherwise.cloned());
        let before = self.node(id).is_some_and(|node| node.touched);
        self.put(id, value);
        if let Some(node) = self.nodes.get_mut(id) {
            node.touched = before;
        }
    }

    /// The default, where there is no answer.
    pub(super) fn apply_default(&mut self, id: usize) {
        let Some(element) = self.node(id).map(|node| Rc::clone(&node.element)) else { return };
        if !self.is_blank(id) || (self.clears_when_hidden(id) && !self.is_visible(id)) {
            return;
        }
        if let Some(expression) = &element.rules.default_expression {
            self.set_default(id, expression, element.rules.default.as_ref());
        } else if let Some(value) = &element.rules.default {
            self.put(id, Some(self.as_question_keeps(id, value)));
        }
    }

    pub(super) fn clears_when_hidden(&self, id: usize) -> bool {
        matches!(self.clear(id), Clear::OnHidden | Clear::OnHiddenContainer)
    }

    pub(super) fn clear(&self, id: usize) -> Clear {
        self.node(id).and_then(|node| node.element.rules.clear).unwrap_or(self.model.clear)
    }

    fn show(&mut self, id: usize, shown: bool) {
        let Some(node) = self.nodes.get_mut(id) else { return };
        if node.shown == shown {
            return;
        }
        node.shown = shown;
        for below in self.below(id) {
            if !self.clears_when_hidden(below) {
                continue;
            }
            if shown {
                self.apply_default(below);
            } else if below == id || self.clear(below) == Clear::OnHiddenContainer {
                self.put(below, None);
            }
        }
    }

    /// For old surveys' triggers.
    pub(super) fn set_shown(&mut self, id: usize, shown: bool) {
        self.show(id, shown);
    }

    /// The element and all below it, in the order of the definition.
    pub(super) fn below(&self, id: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let mut ways = vec![id];
        while let Some(id) = ways.pop() {
            all.push(id);
            ways.extend(self.children(id).iter().rev());
        }
        all
    }
}
