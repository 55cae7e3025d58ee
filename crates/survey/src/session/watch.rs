//! Which rules read which names.

use super::Session;
use crate::expression::{Expression, Op, Path, Variable};
use crate::letters::Lower;
use crate::model::Kind;

/// A rule to run, as its number in the order of SurveyJS: calculated values first, then the elements, [`ACTS`] of each.
pub(super) type Rule = usize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
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

pub(super) const ACTS: [Act; 7] =
    [Act::Show, Act::Enable, Act::Require, Act::Offer, Act::Default, Act::Value, Act::ShowRows];

impl Session {
    pub(super) fn watch_calculated(&mut self) {
        let model = std::rc::Rc::clone(&self.model);
        for (at, calculated) in model.calculated.iter().enumerate() {
            self.watch_one(at, &calculated.expression, None);
        }
    }

    pub(super) fn watch_node(&mut self, id: usize) {
        let Some(element) = self.node(id).map(|node| std::rc::Rc::clone(&node.element)) else { return };
        let root = self.node(id).and_then(|node| node.host).and_then(|_| self.root(id)).map(Lower::lower);
        let mut watch = |act: Act, expression: Option<&Expression>| {
            if let Some(expression) = expression {
                self.watch_one(self.rule(id, act), expression, root.as_deref());
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
            self.watch.add(&feed, self.rule(id, Act::Offer));
        }
        if let (Some(root), Some(Kind::Panels(panels))) = (self.root(id).map(Lower::lower), element.kind())
            && panels.visible_if.is_some()
        {
            self.watch.add(&root, self.rule(id, Act::ShowRows));
        }
    }

    fn watch_one(&mut self, rule: Rule, expression: &Expression, root: Option<&str>) {
        if reads_more(expression) {
            self.always.push(rule);
        }
        for name in expression.variables().flat_map(names) {
            self.watch.add(&name, rule);
        }
        // `{panel.x}` is below the key of the outermost dynamic panel.
        if let Some(root) = root {
            self.watch.add(root, rule);
        }
    }

    pub(super) fn rule(&self, id: usize, act: Act) -> Rule {
        self.model.calculated.len() + id * ACTS.len() + act as usize
    }

    /// Every rule of these elements and of what is in them is to run.
    pub(super) fn await_all_of(&mut self, ids: &[usize]) {
        for id in ids.iter().flat_map(|id| self.below(*id)).collect::<Vec<_>>() {
            for act in ACTS {
                self.pending.add(self.rule(id, act));
            }
        }
    }

    /// `name` has another value.
    pub(super) fn touch(&mut self, name: &str) {
        let name = name.lower();
        for rule in self.watch.of(&name).iter().chain(&self.always) {
            self.pending.add(*rule);
        }
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
