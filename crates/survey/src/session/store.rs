//! Where answers are kept: `data`, and within the rows of dynamic panels.

use serde_json::{Map, Value};

use super::Session;
use super::node::{Host, Node};

impl Session {
    pub(super) fn node(&self, id: usize) -> Option<&Node> {
        self.nodes.get(id)
    }

    pub(super) fn value(&self, id: usize) -> Option<&Value> {
        let node = self.node(id)?;
        match node.host {
            None => self.data.get(&node.element.key),
            Some(host) => self.row(host)?.get(&node.element.key),
        }
    }

    /// The answers in a row of a dynamic panel.
    pub(super) fn row(&self, host: Host) -> Option<&Map<String, Value>> {
        self.value(host.node)?.as_array()?.get(host.row)?.as_object()
    }

    /// The key in `data` below which the node's answer is.
    pub(super) fn root(&self, mut id: usize) -> Option<&str> {
        loop {
            let node = self.node(id)?;
            match node.host {
                None => return Some(&node.element.key),
                Some(host) => id = host.node,
            }
        }
    }

    /// Writes, and does nothing more. `None` takes the answer away.
    pub(super) fn write(&mut self, id: usize, value: Option<Value>) {
        let Some(node) = self.nodes.get(id) else { return };
        let key = node.element.key.clone();
        let Some(object) = (match node.host {
            None => Some(&mut self.data),
            Some(host) => self.row_mut(host),
        }) else {
            return;
        };
        match value {
            Some(value) => drop(object.insert(key, value)),
            None => drop(object.shift_remove(&key)),
        }
    }

    fn row_mut(&mut self, host: Host) -> Option<&mut Map<String, Value>> {
        // Which keys and rows lead there, from the inside out.
        let mut way = Vec::new();
        let mut at = Some(host);
        while let Some(Host { node, row }) = at {
            let node = self.nodes.get(node)?;
            way.push((node.element.key.clone(), row));
            at = node.host;
        }
        let mut object = &mut self.data;
        for (key, row) in way.into_iter().rev() {
            let rows = object.get_mut(&key)?.as_array_mut()?;
            object = rows.get_mut(row)?.as_object_mut()?;
        }
        Some(object)
    }
}
