//! Which choices are offered.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::Session;
use super::answer::is_blank_value;
use super::node::Node;
use super::scope::View;
use crate::expression::{Datum, Expression, Order as Sequence, equal};
use crate::model::{Carry, Choices, Feed, How, Item, Kind, Order};

impl Session {
    /// Runs the conditions of choices; an answer that is no longer offered goes.
    pub(super) fn offer(&mut self, id: usize) {
        let Some(element) = self.node(id).map(|node| Rc::clone(&node.element)) else { return };
        let (hidden, disabled, columns) = match element.kind() {
            Some(Kind::Choices(choices)) => {
                let hidden =
                    self.failing(id, &choices.items, choices.visible_if.as_ref(), |item| &item.visible_if);
                let disabled =
                    self.failing(id, &choices.items, choices.enable_if.as_ref(), |item| &item.enable_if);
                (hidden, disabled, Vec::new())
            }
            Some(Kind::Rating(_, levels)) => {
                (self.failing(id, levels, None, |item| &item.visible_if), Vec::new(), Vec::new())
            }
            Some(Kind::Matrix(matrix)) => {
                let rows =
                    self.failing(id, &matrix.rows, matrix.rows_visible_if.as_ref(), |item| &item.visible_if);
                let columns = self.failing(id, &matrix.columns, matrix.columns_visible_if.as_ref(), |item| {
                    &item.visible_if
                });
                (rows, Vec::new(), columns)
            }
            _ => return,
        };
        let Some(node) = self.nodes.get_mut(id) else { return };
        let changed = node.hidden != hidden || node.disabled != disabled || node.hidden_columns != columns;
        (node.hidden, node.disabled, node.hidden_columns) = (hidden, disabled, columns);
        let fed = matches!(element.kind(), Some(Kind::Choices(choices)) if choices.feed.is_some());
        if changed || fed {
            self.keep_offered(id);
            self.feed(id);
        }
    }

    /// The indices of items whose own condition, or else the common one, does not hold.
    fn failing(
        &self,
        id: usize,
        items: &[Item],
        common: Option<&Expression>,
        own: fn(&Item) -> &Option<Expression>,
    ) -> Vec<usize> {
        let view = View::of(self, Some(id));
        let fails = |item: &Item| {
            let condition = own(item).as_ref().or(common);
            condition.is_some_and(|condition| !condition.holds(&view.with(item)).unwrap_or(false))
        };
        items.iter().enumerate().filter(|(_, item)| fails(item)).map(|(at, _)| at).collect()
    }

    /// Questions that offer what this one holds.
    pub(super) fn feed(&mut self, id: usize) {
        let Some(name) = self.node(id).map(|node| node.element.name.clone()) else { return };
        let fed = |node: &Node| matches!(node.kind(), Some(Kind::Choices(Choices { feed: Some(feed), .. })) if feed.question == name);
        let all: Vec<usize> = (0..self.nodes.len()).filter(|id| self.node(*id).is_some_and(fed)).collect();
        for id in all {
            self.pending.add(self.rule(id, super::watch::Act::Offer));
        }
    }

    /// The values offered, in the order of the definition; special ones at the end. `None`: no question with choices.
    pub(super) fn offered(&self, id: usize) -> Option<Vec<Value>> {
        let node = self.node(id)?;
        let Some(Kind::Choices(choices)) = node.kind() else { return None };
        let mut values = match choices.feed.as_ref().and_then(|feed| self.fed(feed, id)) {
            Some(values) => values,
            None => own(node, choices),
        };
        self.order(id, choices.order, &mut values);
        values.extend(choices.special.iter().cloned());
        if choices.other {
            values.push("other".into());
        }
        Some(values)
    }

    fn order(&self, id: usize, order: Order, values: &mut [Value]) {
        let word = |value: &Value| crate::expression::show(&self.display(id, value)).trim().to_owned();
        match order {
            Order::Given => {}
            Order::Ascending => values.sort_by_cached_key(word),
            Order::Descending => {
                values.sort_by_cached_key(word);
                values.reverse();
            }
            Order::Random => super::dice::shuffle(values, self.seed.wrapping_add(id as u64)),
        }
    }

    /// `None`: no such question, or one without choices; then the question offers its own.
    fn fed(&self, feed: &Feed, id: usize) -> Option<Vec<Value>> {
        let source = self.by_name(&feed.question).filter(|source| *source != id)?;
        match self.node(source)?.kind()? {
            Kind::Choices(choices) => {
                if choices.feed.as_ref().is_some_and(|feed| self.by_name(&feed.question) == Some(id)) {
                    return None;
                }
                let all = self.offered(source)?;
                let chosen: Vec<Datum> = match self.value(source) {
                    Some(Value::Array(items)) => items.iter().map(Datum::from).collect(),
                    Some(value) => vec![value.into()],
                    None => Vec::new(),
                };
                let is_chosen =
                    |value: &Value| chosen.iter().any(|one| equal(one, &value.into(), Sequence::Any));
                let plain = all.into_iter().filter(|value| {
                    let other = choices.other && *value == "other";
                    !other && !choices.special.contains(value)
                });
                Some(match feed.mode {
                    Carry::All => plain.collect(),
                    Carry::Selected => plain.filter(is_chosen).collect(),
                    Carry::Unselected => plain.filter(|value| !is_chosen(value)).collect(),
                })
            }
            Kind::Panels(panels) => {
                let first = || panels.template.iter().find(|element| element.kind().is_some());
                let key = feed.value.clone().or_else(|| first().map(|element| element.key.clone()))?;
                let rows =
                    self.value(source).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                let values =
                    rows.iter().filter_map(|row| row.get(&key)).filter(|value| !is_blank_value(value));
                Some(values.cloned().collect())
            }
            _ => None,
        }
    }

    /// Takes answers away that are not offered. Several questions with one key judge nothing.
    pub(super) fn keep_offered(&mut self, id: usize) {
        let Some(node) = self.node(id) else { return };
        if node.host.is_none() && self.by_key(&node.element.key).len() > 1 {
            return;
        }
        let (Some(offered), Some(value)) = (self.offered(id), self.value(id)) else { return };
        let Some(Kind::Choices(choices)) = node.kind() else { return };
        if choices.other && choices.how == How::One {
            return;
        }
        let is_offered = |value: &Value| {
            let value = choices.member.as_ref().and_then(|member| value.get(member)).unwrap_or(value);
            offered.iter().any(|one| equal(&one.into(), &value.into(), Sequence::Any))
        };
        let kept = match value {
            Value::Array(items) if choices.how != How::One => {
                let kept: Vec<Value> =
                    items.iter().filter(|item| choices.other || is_offered(item)).cloned().collect();
                (kept.len() == items.len()).then(|| value.clone()).or(Some(Value::Array(kept)))
            }
            value => is_offered(value).then(|| value.clone()),
        };
        self.put(id, kept);
    }

    /// Of a matrix, only rows that are there.
    pub(super) fn keep_rows(&mut self, id: usize) {
        let Some(node) = self.node(id) else { return };
        let (Some(Kind::Matrix(matrix)), Some(Value::Object(value))) = (node.kind(), self.value(id)) else {
            return;
        };
        if self.by_key(&node.element.key).len() > 1 {
            return;
        }
        let shown = matrix.rows.iter().enumerate().filter(|(at, _)| !node.hidden.contains(at));
        let names: Vec<String> = shown.map(|(_, row)| row.choice.key()).collect();
        let kept: Map<String, Value> = value
            .iter()
            .filter(|(row, _)| names.contains(row))
            .map(|(row, value)| (row.clone(), value.clone()))
            .collect();
        self.put(id, Some(Value::Object(kept)));
    }
}

/// Its own choices that are not hidden.
fn own(node: &Node, choices: &Choices) -> Vec<Value> {
    let shown = choices.items.iter().enumerate().filter(|(at, _)| !node.hidden.contains(at));
    shown.map(|(_, item)| item.choice.value.clone()).collect()
}
