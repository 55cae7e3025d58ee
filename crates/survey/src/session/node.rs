//! An element as it stands for this citizen. Those in a dynamic panel are there once per row.

use std::rc::Rc;

use crate::model::{Element, Kind};

#[allow(clippy::struct_excessive_bools, reason = "independent facts, each of its own rule")]
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) element: Rc<Element>,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) host: Option<Host>,
    /// Of a dynamic panel: the nodes of each row; more may be kept than there are rows.
    pub(super) rows: Vec<Row>,
    /// What `visible` and `visibleIf` say of this element alone.
    pub(super) shown: bool,
    pub(super) enabled: bool,
    pub(super) required: bool,
    /// Someone has answered it: `defaultValueExpression` no longer does.
    pub(super) touched: bool,
    /// Its answer is being set: it does not reset itself.
    pub(super) busy: bool,
    /// Choices, levels or matrix rows that are hidden, by index.
    pub(super) hidden: Vec<usize>,
    pub(super) disabled: Vec<usize>,
    pub(super) hidden_columns: Vec<usize>,
}

/// The row of a dynamic panel that an element stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Host {
    pub(super) node: usize,
    pub(super) row: usize,
}

#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) children: Vec<usize>,
    pub(super) shown: bool,
}

impl Node {
    pub(super) fn new(element: Rc<Element>, parent: Option<usize>, host: Option<Host>) -> Self {
        Self {
            shown: !element.rules.hidden,
            enabled: true,
            required: element.rules.required,
            element,
            parent,
            host,
            children: Vec::new(),
            rows: Vec::new(),
            touched: false,
            busy: false,
            hidden: Vec::new(),
            disabled: Vec::new(),
            hidden_columns: Vec::new(),
        }
    }

    pub(super) fn kind(&self) -> Option<&Kind> {
        self.element.kind()
    }
}
