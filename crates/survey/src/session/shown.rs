//! What is to be shown now, as a value.

use serde_json::{Map, Value};

use super::{Session, State};
use crate::model::Kind;

/// Names, in the order of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// `None`: no page can be reached.
    pub page: Option<String>,
    pub visible_pages: Vec<String>,
    /// Questions that are visible, on whatever page, outside dynamic panels.
    pub visible: Vec<String>,
    pub required: Vec<String>,
    pub read_only: Vec<String>,
    /// What is offered where that depends on answers.
    pub choices: Vec<(String, Vec<Value>)>,
    pub data: Map<String, Value>,
    pub state: State,
    pub completed_html: Option<String>,
}

impl Session {
    pub fn shown(&self) -> Shown {
        let name = |id: usize| self.node(id).map(|node| node.element.name.clone()).unwrap_or_default();
        let page = |at: usize| self.pages.get(at).map(|page| name(*page));
        let questions: Vec<usize> = (0..self.nodes.len())
            .filter(|id| self.node(*id).is_some_and(|node| node.kind().is_some() && node.host.is_none()))
            .collect();
        // SurveyJS's `visible`: a question that hides for lack of choices counts.
        let shown = |id: &usize| {
            self.node(*id)
                .is_some_and(|node| node.shown && node.parent.is_none_or(|parent| self.is_there(parent)))
        };
        let visible: Vec<usize> = questions.iter().copied().filter(shown).collect();
        let depends = |id: usize| matches!(self.node(id).and_then(super::node::Node::kind), Some(Kind::Choices(choices)) if choices.depends());
        Shown {
            page: page(self.at),
            visible_pages: self.reachable().into_iter().filter_map(page).collect(),
            required: self.names(&visible, |id| self.node(id).is_some_and(|node| node.required)),
            read_only: self.names(&visible, |id| self.is_read_only(id) && !self.is_expression(id)),
            choices: visible
                .iter()
                .filter(|id| depends(**id))
                .filter_map(|id| Some((name(*id), self.offered(*id)?)))
                .collect(),
            visible: visible.iter().map(|id| name(*id)).collect(),
            data: self.data.clone(),
            state: self.state,
            completed_html: self.completed_html(),
        }
    }

    fn names(&self, ids: &[usize], keep: impl Fn(usize) -> bool) -> Vec<String> {
        let kept = ids.iter().copied().filter(|id| keep(*id));
        kept.filter_map(|id| self.node(id).map(|node| node.element.name.clone())).collect()
    }

    fn is_expression(&self, id: usize) -> bool {
        matches!(self.node(id).and_then(super::node::Node::kind), Some(Kind::Expression(_)))
    }
}
