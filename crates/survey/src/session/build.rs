//! From a model to nodes.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::node::{Host, Node};
use super::{Session, State};
use crate::expression::Clock;
use crate::letters::Lower;
use crate::member::string;
use crate::model::{Element, Kind, Model, Start};

/// Nodes in all, rows of dynamic panels included.
const MOST_NODES: usize = 20_000;

impl Session {
    pub(super) fn build(
        model: Rc<Model>,
        clock: Clock,
        seed: u64,
        lang: &str,
        data: Map<String, Value>,
    ) -> Self {
        let mut session = Self {
            model: Rc::clone(&model),
            clock,
            seed,
            lang: lang.to_owned(),
            nodes: Vec::new(),
            pages: Vec::new(),
            by_key: super::Names::default(),
            data,
            variables: Map::new(),
            watch: super::Names::default(),
            always: Vec::new(),
            reactors: Vec::new(),
            pending: super::Pending::default(),
            settling: false,
            loading: true,
            changed: None,
            triggering: None,
            nested: 0,
            state: State::Running,
            at: 0,
            question: None,
        };
        session.watch_calculated();
        for page in &model.pages {
            let page = session.plant(page, None, None);
            session.pages.push(page);
        }
        session
    }

    /// An element and all below it, but for the rows of dynamic panels.
    pub(super) fn plant(
        &mut self,
        element: &Rc<Element>,
        parent: Option<usize>,
        host: Option<Host>,
    ) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node::new(Rc::clone(element), parent, host));
        if host.is_none() && element.kind().is_some_and(Kind::asks) {
            self.by_key.add(&element.key.lower(), id);
        }
        self.watch_node(id);
        let mut children: Vec<usize> =
            element.children().iter().map(|child| self.plant(child, Some(id), host)).collect();
        if host.is_none() && children.len() > 1 && self.is_mixed(element) {
            super::dice::shuffle(&mut children, self.seed.wrapping_add(id as u64));
        }
        if let Some(node) = self.nodes.get_mut(id) {
            node.children = children;
        }
        id
    }

    /// Whether what is in it stands in a random order: as it says, else as the survey says.
    fn is_mixed(&self, element: &Element) -> bool {
        let order = |raw: &Map<String, Value>| {
            let said = ["questionOrder", "questionsOrder"].into_iter().find_map(|name| string(raw, name));
            said.filter(|order| order != "default")
        };
        order(&element.raw).or_else(|| order(&self.model.raw)).is_some_and(|order| order == "random")
    }

    pub(super) fn may_grow(&self) -> bool {
        self.nodes.len() < MOST_NODES
    }

    /// Defaults, then every rule once.
    pub(super) fn begin(&mut self) {
        for id in 0..self.nodes.len() {
            self.first_rows(id);
            self.sync_rows(id);
        }
        // Each runs once at the beginning, also where it reads nothing.
        for at in 0..self.model.calculated.len() {
            self.pending.add(at);
        }
        self.await_all_of(&self.pages.clone());
        self.settling = true;
        for id in 0..self.nodes.len() {
            self.apply_default(id);
        }
        self.settling = false;
        self.loading = false;
        self.settle();
        for key in self.changed.take().unwrap_or_default() {
            self.react(&key, None);
        }
        self.state = match self.model.start {
            Start::FirstPage if self.pages.len() > 1 => State::Starting,
            _ => State::Running,
        };
        self.at = self.reachable().first().copied().unwrap_or(0);
        self.question = self.first_question();
    }
}
