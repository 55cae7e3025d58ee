//! A page, a panel, a question.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::kind::Kind;
use super::rules::Rules;
use super::validator::Validator;
use crate::member::{list, string};

#[derive(Debug, Clone)]
pub struct Element {
    pub name: String,
    /// Where the answer is kept: `valueName`, else the name.
    pub key: String,
    pub rules: Rules,
    pub validators: Vec<Validator>,
    pub body: Body,
    /// All of its members; children, which have theirs, apart.
    pub raw: Map<String, Value>,
}

#[derive(Debug, Clone)]
pub enum Body {
    Page(Vec<Rc<Element>>),
    Panel(Vec<Rc<Element>>),
    Question(Box<Kind>),
}

impl Element {
    pub(super) fn new(name: String, object: &Map<String, Value>, body: Body) -> Self {
        const CHILDREN: [&str; 4] = ["elements", "questions", "templateElements", "pages"];
        let validators = list(object, "validators").map(Vec::as_slice).unwrap_or_default();
        Self {
            key: string(object, "valueName").unwrap_or_else(|| name.clone()),
            name,
            rules: Rules::of(object),
            validators: validators.iter().filter_map(|one| Validator::of(one.as_object()?)).collect(),
            body,
            raw: object
                .iter()
                .filter(|(member, _)| !CHILDREN.contains(&member.as_str()))
                .map(|(member, value)| (member.clone(), value.clone()))
                .collect(),
        }
    }

    /// What a page or panel holds; nothing for a question.
    pub fn children(&self) -> &[Rc<Self>] {
        match &self.body {
            Body::Page(children) | Body::Panel(children) => children,
            Body::Question(_) => &[],
        }
    }

    /// `None`: a page or panel.
    pub fn kind(&self) -> Option<&Kind> {
        match &self.body {
            Body::Question(kind) => Some(kind),
            Body::Page(_) | Body::Panel(_) => None,
        }
    }
}
