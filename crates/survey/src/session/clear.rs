//! What is taken out of the answers at the end.

use super::Session;
use crate::model::{Clear, Kind};

impl Session {
    /// Answers of questions that are not visible, unless the survey keeps them; choices that are not offered.
    pub(super) fn clear_unused(&mut self) {
        for id in 0..self.nodes.len() {
            let Some(node) = self.node(id) else { continue };
            if node.host.is_some() && !self.row_lives(id) {
                continue;
            }
            let asks = node.kind().is_some_and(Kind::asks);
            if !asks {
                continue;
            }
            match node.kind() {
                Some(Kind::Choices(_)) => self.keep_offered(id),
                Some(Kind::Matrix(_)) => self.keep_rows(id),
                _ => {}
            }
            let kept = self.clear(id) == Clear::Never || self.model.clear == Clear::Never;
            if !kept && !self.is_there(id) && !self.shared(id) {
                self.put(id, None);
                self.put_comment(id);
            }
        }
    }

    /// Another visible question holds the same answer.
    fn shared(&self, id: usize) -> bool {
        let Some(node) = self.node(id).filter(|node| node.host.is_none()) else { return false };
        self.by_key(&node.element.key).iter().any(|other| *other != id && self.is_there(*other))
    }

    fn put_comment(&mut self, id: usize) {
        if let Some(node) = self.node(id).filter(|node| node.host.is_none()) {
            let key = [&node.element.key, "-Comment"].concat();
            self.put_key(&key, None);
        }
    }

    pub(super) fn row_lives(&self, id: usize) -> bool {
        let mut host = self.node(id).and_then(|node| node.host);
        while let Some(at) = host {
            if at.row >= self.count_rows(at.node) {
                return false;
            }
            host = self.node(at.node).and_then(|node| node.host);
        }
        true
    }
}
