//! Setting answers, and what follows.

use serde_json::Value;

use super::trigger::Change;
use super::{MOST_NESTED, Session, State};
use crate::expression::{Datum, Order, equal};
use crate::letters::Lower;
use crate::model::{Choices, How, Kind};
use crate::question::is_empty;

impl Session {
    /// The citizen answers: the question of that name, or a key, a variable of the host page.
    pub fn set(&mut self, name: &str, value: Value) {
        if self.state == State::Completed {
            return;
        }
        let value = (!is_blank_value(&value)).then_some(value);
        match self.by_name(name).filter(|id| self.node(*id).is_some_and(|node| node.host.is_none())) {
            Some(id) => self.put(id, value),
            None => self.put_key(name, value),
        }
        self.keep_place();
    }

    /// The same within a dynamic panel: `path` is its name, the row from 0, the name inside, and so on inwards. `false`: there is
    /// no such question.
    pub fn set_in(&mut self, panel: &str, row: usize, name: &str, value: Value) -> bool {
        let found = self.by_name(panel).and_then(|id| self.in_row(id, row, name));
        if let Some(id) = found {
            self.put(id, (!is_blank_value(&value)).then_some(value));
            self.keep_place();
        }
        found.is_some()
    }

    /// The question of that name, in any case of letters where no name is spelled exactly so.
    pub(super) fn by_name(&self, name: &str) -> Option<usize> {
        let question =
            |id: &usize| self.node(*id).is_some_and(|node| node.kind().is_some() && node.host.is_none());
        let ids = || (0..self.nodes.len()).filter(question);
        let named = |id: &usize, same: &dyn Fn(&str) -> bool| {
            self.node(*id).is_some_and(|node| same(&node.element.name))
        };
        ids().find(|id| named(id, &|one| one == name)).or_else(|| {
            let lower = name.lower();
            ids().find(|id| named(id, &|one| one.lower() == lower))
        })
    }

    pub(super) fn by_key(&self, key: &str) -> &[usize] {
        self.by_key.of(&key.lower())
    }

    /// Sets an answer of a question.
    pub(super) fn put(&mut self, id: usize, value: Option<Value>) {
        let value = value.filter(|value| !is_blank_value(value)).map(|value| self.wrapped(id, value));
        if same(self.value(id), value.as_ref()) || !self.row_lives(id) {
            return;
        }
        let Some(root) = self.root(id).map(str::to_owned) else { return };
        let before = self.data.get(&root).cloned();
        let inner = self.node(id).and_then(|node| Some((node.host?, node.element.key.clone())));
        self.write(id, value);
        if let Some(node) = self.nodes.get_mut(id) {
            node.busy = true;
        }
        self.follow(&root, before, inner);
        if let Some(node) = self.nodes.get_mut(id) {
            node.busy = false;
        }
    }

    /// Sets an answer by its key, whoever asks for it.
    pub(super) fn put_key(&mut self, key: &str, value: Option<Value>) {
        let value = value.filter(|value| !is_blank_value(value));
        if same(self.data.get(key), value.as_ref()) {
            return;
        }
        let before = match value {
            Some(value) => self.data.insert(key.to_owned(), value),
            None => self.data.shift_remove(key),
        };
        self.follow(key, before, None);
    }

    pub(super) fn put_variable(&mut self, name: &str, value: Value) {
        let lower = name.lower();
        let before = self.variables.get(&lower).cloned();
        self.data.shift_remove(name);
        self.variables.insert(lower.clone(), value.clone());
        if !same(before.as_ref(), Some(&value)) {
            self.follow(&lower, before, None);
        }
    }

    /// All that a change of `key` brings about.
    fn follow(&mut self, key: &str, before: Option<Value>, inner: Option<(super::node::Host, String)>) {
        if self.nested >= MOST_NESTED {
            return;
        }
        self.nested += 1;
        for id in self.by_key(key).to_vec() {
            if let Some(node) = self.nodes.get_mut(id) {
                node.touched = true;
            }
            self.sync_rows(id);
            self.feed(id);
        }
        if let Some(id) = inner.as_ref().and_then(|(host, name)| self.in_row(host.node, host.row, name))
            && let Some(node) = self.nodes.get_mut(id)
        {
            node.touched = true;
        }
        self.touch(key);
        super::names::add_name(self.changed.get_or_insert_default(), key.lower());
        if !self.settling {
            self.settle();
            self.react(key, inner.as_ref());
            self.changed = None;
        }
        if !self.loading {
            let after = self.data.get(key).or_else(|| self.variables.get(key)).cloned();
            self.fire(Change { key: key.to_owned(), before, after });
        }
        self.nested -= 1;
    }

    /// Whether there is no answer: a dynamic panel of blank rows is none.
    pub(super) fn is_blank(&self, id: usize) -> bool {
        let panels = self.node(id).is_some_and(|node| matches!(node.kind(), Some(Kind::Panels(_))));
        match self.value(id) {
            None => true,
            Some(Value::Array(rows)) if panels => rows.iter().all(|row| Datum::from(row).is_empty()),
            Some(value) => is_blank_value(value),
        }
    }

    /// Answers as objects, where `valuePropertyName` wants them.
    fn wrapped(&self, id: usize, value: Value) -> Value {
        let Some(Kind::Choices(Choices { member: Some(member), .. })) =
            self.node(id).and_then(super::node::Node::kind)
        else {
            return value;
        };
        let wrap = |item: Value| match item {
            Value::Object(_) => item,
            item => Value::Object([(member.clone(), item)].into_iter().collect()),
        };
        match value {
            Value::Array(items) => items.into_iter().map(wrap).collect(),
            other => other,
        }
    }

    /// A default, as its question keeps it: a list for what takes several.
    pub(super) fn as_question_keeps(&self, id: usize, value: &Value) -> Value {
        match self.node(id).and_then(super::node::Node::kind) {
            Some(Kind::Choices(Choices { how: How::Several | How::Ranked, .. })) if !value.is_array() => {
                Value::Array(vec![value.clone()])
            }
            Some(Kind::Boolean(boolean)) => match value {
                // "true" of the definition's is the value for yes.
                Value::String(word) if word == "true" => boolean.yes.clone(),
                Value::String(word) if word == "false" => boolean.no.clone(),
                Value::Bool(true) => boolean.yes.clone(),
                Value::Bool(false) => boolean.no.clone(),
                other => other.clone(),
            },
            _ => value.clone(),
        }
    }
}

/// As SurveyJS sees it for a question: " " is no answer.
pub(super) fn is_blank_value(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Object(_) => Datum::from(value).is_empty(),
        other => is_empty(other),
    }
}

pub(super) fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            a == b
                || (std::mem::discriminant(a) == std::mem::discriminant(b)
                    && !matches!(a, Value::String(_) | Value::Object(_) | Value::Array(_))
                    && equal(&a.into(), &b.into(), Order::Exact))
        }
        _ => false,
    }
}
