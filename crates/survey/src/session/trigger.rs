//! `triggers`.

use std::rc::Rc;

use serde_json::Value;

use super::answer::{is_blank_value, same};
use super::watch::{names, reads_more};
use super::{Session, State};
use crate::expression::{Datum, Expression, Variable, find};
use crate::letters::Lower;
use crate::model::{Deed, Trigger};

/// Rounds that triggers caused by triggers get.
const ROUNDS: usize = 3;

/// A name that has another value.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) key: String,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
}

/// What has let triggers run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Answer,
    Page,
}

impl Session {
    /// An answer has changed.
    pub(super) fn fire(&mut self, change: Change) {
        if self.model.triggers.is_empty() || self.state == State::Completed {
            return;
        }
        if let Some(changes) = &mut self.triggering {
            changes.retain(|one| one.key != change.key);
            changes.push(change);
            return;
        }
        self.rounds(vec![change], When::Answer);
    }

    /// A page is left: only what completes the survey looks.
    pub(super) fn fire_page(&mut self) {
        if self.model.triggers.is_empty() {
            return;
        }
        let page = self.pages.get(self.at).copied();
        let questions = page.map(|page| self.below(page)).unwrap_or_default();
        let all = questions
            .into_iter()
            .filter_map(|id| {
                self.node(id).filter(|node| node.kind().is_some()).map(|node| node.element.key.clone())
            })
            .chain(self.model.calculated.iter().map(|one| one.name.clone()));
        let mut keys = Vec::new();
        all.for_each(|key| super::names::add_name(&mut keys, key));
        let change = |key: String| Change { before: None, after: self.data.get(&key).cloned(), key };
        let changes = keys.into_iter().map(change).collect();
        self.rounds(changes, When::Page);
    }

    fn rounds(&mut self, mut changes: Vec<Change>, when: When) {
        let model = Rc::clone(&self.model);
        for _ in 0..ROUNDS {
            self.triggering = Some(Vec::new());
            let mut all = changes;
            for trigger in &model.triggers {
                // What an earlier trigger of this round has set counts for the later ones.
                if let Some(new) = self.triggering.as_mut().filter(|new| !new.is_empty()) {
                    let new = new.clone();
                    all.retain(|one| new.iter().all(|other| other.key != one.key));
                    all.extend(new);
                }
                self.run_trigger(trigger, &all, when);
                if self.state == State::Completed {
                    break;
                }
            }
            changes = self.triggering.take().unwrap_or_default();
            if changes.is_empty() || self.state == State::Completed {
                break;
            }
        }
        self.triggering = None;
    }

    fn run_trigger(&mut self, trigger: &Trigger, changes: &[Change], when: When) {
        let runs_on_page = matches!(trigger.deed, Deed::Complete | Deed::Visible { .. });
        if when == When::Page && !runs_on_page {
            return;
        }
        let own = match &trigger.deed {
            Deed::SetValue { to, .. } | Deed::CopyValue { to, .. } => Some(to),
            _ => None,
        };
        if let ([change], Some(to)) = (changes, own)
            && change.key == *to
        {
            return;
        }
        let copied = match &trigger.deed {
            Deed::CopyValue { from, .. } => changes.iter().any(|change| {
                from == &change.key
                    || from.strip_prefix(change.key.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']))
            }),
            _ => false,
        };
        let concerned = match &trigger.when {
            Some(expression) => copied || concerns(expression, changes),
            None => copied,
        };
        if !concerned {
            return;
        }
        let holds = match &trigger.when {
            Some(expression) => self.evaluate(None, expression) == Datum::Bool(true),
            None => true,
        };
        if holds {
            self.run_deed(&trigger.deed, when);
        } else if let Deed::Visible { names } = &trigger.deed {
            for name in names {
                self.show_named(name, false);
            }
        }
    }

    fn run_deed(&mut self, deed: &Deed, when: When) {
        match deed {
            Deed::Complete if when == When::Page => self.finish(),
            Deed::Complete => {}
            Deed::SetValue { to, value } => self.set_triggered(to, Some(value.clone())),
            Deed::SetVariable { name, value } => self.put_variable(name, value.clone()),
            Deed::CopyValue { to, from } => {
                let value = Expression::parse(&["{#", from, "}"].concat()).ok();
                let value = value.map(|from| self.evaluate(None, &from)).unwrap_or_default();
                self.set_triggered(to, value.to_json().filter(|value| !value.is_null()));
            }
            Deed::RunExpression { run, to } => {
                let value = run.as_ref().map(|run| self.evaluate(None, run)).unwrap_or_default();
                if let (Some(to), true) = (to, value != Datum::Undefined) {
                    let id = self.by_name(to);
                    let value = match (&value, id) {
                        (Datum::Date(_), Some(id)) => {
                            run.as_ref().and_then(|run| self.question_value(id, run))
                        }
                        _ => value.to_json(),
                    };
                    self.set_triggered(to, value);
                }
            }
            Deed::Skip { to } => self.skip_to(to),
            Deed::Visible { names } => {
                for name in names {
                    self.show_named(name, true);
                }
            }
        }
    }

    fn show_named(&mut self, name: &str, shown: bool) {
        let id = self.by_name(name).or_else(|| self.container(name));
        if let Some(id) = id {
            self.set_shown(id, shown);
        }
    }

    /// A question, by its name or key, or below it: `question.row`, `panel[0].name`.
    fn set_triggered(&mut self, to: &str, value: Option<Value>) {
        if let Some(id) = self.by_key(to).first().copied().or_else(|| self.by_name(to)) {
            return self.put(id, value);
        }
        if let Some((head, last)) = to.rsplit_once('.') {
            let (name, row) = match head.strip_suffix(']').and_then(|head| head.split_once('[')) {
                Some((name, row)) => (name, row.parse::<usize>().ok()),
                None => (head, None),
            };
            let Some(id) = self.by_name(name) else { return };
            if let Some(inner) = row.and_then(|row| self.in_row(id, row, last)) {
                return self.put(inner, value);
            }
            let mut object = self.value(id).and_then(Value::as_object).cloned().unwrap_or_default();
            match value {
                Some(value) if !is_blank_value(&value) => drop(object.insert(last.to_owned(), value)),
                _ => drop(object.shift_remove(last)),
            }
            return self.put(id, Some(Value::Object(object)));
        }
        self.put_key(to, value);
    }
}

/// Whether one of the changes is a change of what the expression reads: of `{a.b}`, that b is another.
fn concerns(expression: &Expression, changes: &[Change]) -> bool {
    reads_more(expression)
        || expression.variables().any(|variable| changes.iter().any(|one| concerns_one(variable, one)))
}

fn concerns_one(variable: &Variable, change: &Change) -> bool {
    let key = change.key.lower();
    if !names(variable).contains(&key) {
        return false;
    }
    if variable.name.lower() == key || change.before.is_none() {
        return true;
    }
    let part = |value: &Option<Value>| {
        let root =
            Datum::Object(vec![(change.key.clone(), value.as_ref().map_or(Datum::Undefined, Datum::from))]);
        find(&root, variable).and_then(|found| found.value.to_json())
    };
    !same(part(&change.before).as_ref(), part(&change.after).as_ref())
}
