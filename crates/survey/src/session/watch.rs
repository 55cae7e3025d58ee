//! Which rules read which names.

use std::collections::BTreeSet;

use super::Session;
use crate::expression::{Expression, Op, Path, Variable};
use crate::letters::Lower;
use crate::model::Kind;

/// A rule to run: of the calculated value or the element `at`, in the order of SurveyJS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rule {
    pub(super) at: At,
    pub(super) act: Act,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum At {
    Calculated(usize),
    Node(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    Calculate,
    Show,
    Enable,
    Require,
    Offer,
    Default,
    /// The value of an expression question.
    Value,
    /// `templateVisibleIf`.
    ShowRows,
}

impl Session {
    pub(super) fn watch_calculated(&mut self) {
        let model = std::rc::Rc::clone(&self.model);
        for (at, calculated) in model.calculated.iter().enumerate() {
            self.watch_one(
                Rule { at: At::Calculated(at), act: Act::Calculate },
                &calculated.expression,
                None,
            );
        }
    }

    pub(super) fn watch_node(&mut self, id: usize) {
        let Some(element) = self.node(id).map(|node| std::rc::Rc::clone(&node.element)) else { return };
        let root = self.node(id).and_then(|node| node.host).and_then(|_| self.root(id)).map(Lower::lower);
        let mut watch = |act: Act, expression: Option<&Expression>| {
            if let Some(expression) = expression {
                self.watch_one(Rule { at: At::Node(id), act }, expression, root.as_deref());
            }
        };
        let rules = &element.rules;
        watch(Act::Show, rules.visible_if.as_ref());
        watch(Act::Enable, rules.enable_if.as_ref());
        watch(Act::Require, rules.required_if.as_ref());
        watch(Act::Default, rules.default_expression.as_ref());
        let mut items: Vec<&Expression> = Vec::new();
        match element.kind() {
            Some(Kind::Choices(choices)) => {
                items.extend([&choices.visible_if, &choices.enable_if].into_iter().flatten());
                items.extend(
                    choices.items.iter().flat_map(|item| [&item.visible_if, &item.enable_if]).flatten(),
                );
            }
            Some(Kind::Rating(_, levels)) => {
                items.extend(levels.iter().filter_map(|level| level.visible_if.as_ref()));
            }
            Some(Kind::Matrix(matrix)) => {
                items.extend([&matrix.rows_visible_if, &matrix.columns_visible_if].into_iter().flatten());
                let all = matrix.rows.iter().chain(&matrix.columns);
                items.extend(all.filter_map(|item| item.visible_if.as_ref()));
            }
            Some(Kind::Expression(expression)) => watch(Act::Value, expression.as_ref()),
            Some(Kind::Panels(panels)) => watch(Act::ShowRows, panels.visible_if.as_ref()),
            _ => {}
        }
        for expression in items {
            watch(Act::Offer, Some(expression));
        }
        if rules.reset_if.is_some() || rules.set_if.is_some() || rules.set_expression.is_some() {
            self.reactors.push(id);
        }
        let feed = match element.kind() {
            Some(Kind::Choices(choices)) => choices.feed.as_ref().map(|feed| feed.question.lower()),
            _ => None,
        };
        if let Some(feed) = feed {
            self.watch_name(feed, Rule { at: At::Node(id), act: Act::Offer });
        }
        if let (Some(root), Some(Kind::Panels(panels))) = (self.root(id).map(Lower::lower), element.kind())
            && panels.visible_if.is_some()
        {
            self.watch_name(root, Rule { at: At::Node(id), act: Act::ShowRows });
        }
    }

    fn watch_one(&mut self, rule: Rule, expression: &Expression, root: Option<&str>) {
        if reads_more(expression) {
            self.always.push(rule);
        }
        let names: BTreeSet<String> = expression.variables().flat_map(names).collect();
        for name in names {
            self.watch_name(name, rule);
        }
        // `{panel.x}` is below the key of the outermost dynamic panel.
        if let Some(root) = root {
            self.watch_name(root.to_owned(), rule);
        }
    }

    fn watch_name(&mut self, name: String, rule: Rule) {
        let rules = self.watch.entry(name).or_default();
        if rules.last() != Some(&rule) {
            rules.push(rule);
        }
    }

    /// Every rule: each runs once at the beginning, also where it reads nothing.
    pub(super) fn all_rules(&self) -> BTreeSet<Rule> {
        let calculated =
            (0..self.model.calculated.len()).map(|at| Rule { at: At::Calculated(at), act: Act::Calculate });
        let nodes: Vec<usize> = (0..self.nodes.len()).collect();
        calculated.chain(self.all_rules_of(&nodes)).collect()
    }

    /// Every rule of these elements and of what is in them.
    pub(super) fn all_rules_of(&self, ids: &[usize]) -> Vec<Rule> {
        const ACTS: [Act; 7] =
            [Act::Show, Act::Enable, Act::Require, Act::Offer, Act::Default, Act::Value, Act::ShowRows];
        let below: BTreeSet<usize> = ids.iter().flat_map(|id| self.below(*id)).collect();
        below.into_iter().flat_map(|id| ACTS.map(|act| Rule { at: At::Node(id), act })).collect()
    }

    /// `name` has another value.
    pub(super) fn touch(&mut self, name: &str) {
        let name = name.lower();
        if let Some(rules) = self.watch.get(&name) {
            self.pending.extend(rules.iter().copied());
        }
        self.pending.extend(self.always.iter().copied());
    }
}

/// The names that a variable may begin with, in lower case: of `{a.b.c}` "a", "a.b" and "a.b.c".
pub(super) fn names(variable: &Variable) -> Vec<String> {
    let parts = &variable.path.parts;
    (1..=parts.len())
        .filter_map(|count| parts.get(..count))
        .map(|parts| Path::name(parts).lower())
        .map(|name| name.strip_suffix("-unwrapped").map(str::to_owned).unwrap_or(name))
        .collect()
}

/// Whether it reads what no name tells: `{$q.title}`, or a function without variables, such as `displayValue('q')`.
pub(super) fn reads_more(expression: &Expression) -> bool {
    let mut lone = false;
    let program = expression.program();
    for (at, op) in program.ops.iter().enumerate() {
        match op {
            Op::Variable(variable) if variable.name.starts_with('$') => return true,
            Op::Call { starts, .. } => {
                let from = starts.first().copied().unwrap_or(at);
                let inside = program.ops.get(from..at).unwrap_or_default();
                lone = lone || !inside.iter().any(|op| matches!(op, Op::Variable(_)));
            }
            _ => {}
        }
    }
    lone
}
