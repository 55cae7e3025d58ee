//! Rows of dynamic panels.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::Session;
use super::node::{Host, Row};
use super::scope::View;
use crate::letters::Lower;
use crate::model::{Kind, Panels};

impl Session {
    fn panels(&self, id: usize) -> Option<(Rc<crate::model::Element>, Panels)> {
        let element = Rc::clone(&self.node(id)?.element);
        let Some(Kind::Panels(panels)) = element.kind() else { return None };
        let panels = panels.clone();
        Some((element, panels))
    }

    /// The rows that are there before anyone has answered.
    pub(super) fn first_rows(&mut self, id: usize) {
        let Some((_, panels)) = self.panels(id) else { return };
        let said = self.value(id).and_then(Value::as_array).map(Vec::len);
        if said.is_none_or(|count| count < panels.least) {
            let count = if said.is_none() { panels.count } else { panels.least };
            if count > 0 {
                let mut rows = self.value(id).and_then(Value::as_array).cloned().unwrap_or_default();
                rows.resize(count, panels.first.clone().unwrap_or_else(|| Value::Object(Map::new())));
                self.write(id, Some(Value::Array(rows)));
            }
        }
    }

    /// As many rows of questions as the answer has.
    pub(super) fn sync_rows(&mut self, id: usize) {
        let Some((_, panels)) = self.panels(id) else { return };
        let count =
            self.value(id).and_then(Value::as_array).map_or(0, |rows| rows.len().min(panels.most.max(1)));
        let there = self.node(id).map_or(0, |node| node.rows.len());
        for row in there..count {
            if !self.may_grow() {
                return;
            }
            let host = Host { node: id, row };
            let children: Vec<usize> =
                panels.template.iter().map(|element| self.plant(element, Some(id), Some(host))).collect();
            if let Some(node) = self.nodes.get_mut(id) {
                node.rows.push(Row { children: children.clone(), shown: true });
            }
            for child in children.iter().flat_map(|child| self.below(*child)).collect::<Vec<_>>() {
                self.first_rows(child);
                self.sync_rows(child);
                self.apply_default(child);
            }
            self.await_all_of(&children);
        }
        for row in 0..count {
            for child in self.in_rows(id, row) {
                if matches!(self.node(child).and_then(super::node::Node::kind), Some(Kind::Panels(_))) {
                    self.sync_rows(child);
                }
            }
        }
        if panels.visible_if.is_some() {
            self.show_rows(id);
        }
    }

    /// Adds a row. `false`: there are as many as may be.
    pub fn add_row(&mut self, panel: &str) -> bool {
        self.by_name(panel).is_some_and(|id| self.add_row_to(id))
    }

    /// The same by number of the panel.
    pub fn add_row_to(&mut self, id: usize) -> bool {
        let Some((_, panels)) = self.panels(id) else { return false };
        let mut rows = self.value(id).and_then(Value::as_array).cloned().unwrap_or_default();
        if rows.len() >= panels.most {
            return false;
        }
        rows.push(panels.first.unwrap_or_else(|| Value::Object(Map::new())));
        self.put(id, Some(Value::Array(rows)));
        true
    }

    /// Takes the row from 0 away. `false`: it is not there, or there are as few as may be.
    pub fn remove_row(&mut self, panel: &str, row: usize) -> bool {
        self.by_name(panel).is_some_and(|id| self.remove_row_from(id, row))
    }

    /// The same by number of the panel.
    pub fn remove_row_from(&mut self, id: usize, row: usize) -> bool {
        let Some((_, panels)) = self.panels(id) else { return false };
        let mut rows = self.value(id).and_then(Value::as_array).cloned().unwrap_or_default();
        if row >= rows.len() || rows.len() <= panels.least {
            return false;
        }
        rows.remove(row);
        self.put(id, Some(Value::Array(rows)));
        true
    }

    /// How many rows there are.
    pub(super) fn count_rows(&self, id: usize) -> usize {
        let rows = self.node(id).map_or(0, |node| node.rows.len());
        self.value(id).and_then(Value::as_array).map_or(0, Vec::len).min(rows)
    }

    /// All elements of a row.
    pub(super) fn in_rows(&self, id: usize, row: usize) -> Vec<usize> {
        let children = self.node(id).and_then(|node| node.rows.get(row)).map(|row| row.children.clone());
        children.unwrap_or_default().into_iter().flat_map(|child| self.below(child)).collect()
    }

    /// The question of that name or key in a row, in any case of letters.
    pub(super) fn in_row(&self, id: usize, row: usize, name: &str) -> Option<usize> {
        if row >= self.count_rows(id) {
            return None;
        }
        let lower = name.lower();
        self.in_rows(id, row).into_iter().find(|id| {
            self.node(*id).is_some_and(|node| {
                node.kind().is_some()
                    && (node.element.key.lower() == lower || node.element.name.lower() == lower)
            })
        })
    }

    pub(super) fn show_rows(&mut self, id: usize) {
        let Some((_, panels)) = self.panels(id) else { return };
        let Some(expression) = &panels.visible_if else { return };
        for row in 0..self.count_rows(id) {
            let scope = View::of_row(self, Host { node: id, row });
            let shown = expression.holds(&scope).unwrap_or(false);
            if let Some(row) = self.nodes.get_mut(id).and_then(|node| node.rows.get_mut(row)) {
                row.shown = shown;
            }
        }
    }

    pub(super) fn row_shown(&self, host: Host) -> bool {
        self.node(host.node).and_then(|node| node.rows.get(host.row)).is_some_and(|row| row.shown)
    }
}
