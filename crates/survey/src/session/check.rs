//! What is wrong with answers, as codes. The page and the collector ask the same.

mod kinds;
mod values;

use crate::model::{Body, Flow, Kind, Validator, Weight};

use super::node::Host;
use super::{Session, State};

/// Why an answer does not do. The words are SurveyJS's names of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Error {
    Required,
    /// A panel needs one answer.
    RequireOne,
    RequireNumeric,
    /// "Other" without words.
    OtherEmpty,
    /// A row of a matrix without answer.
    RequiredInAllRows,
    /// Two rows with the same answer.
    EachRowUnique,
    /// Two panels with the same key.
    KeyDuplication,
    /// A validator, a bound, a form: said in the words of the definition or of the language pack.
    Custom,
}

impl Error {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::RequireOne => "requireoneanswer",
            Self::RequireNumeric => "requirenumeric",
            Self::OtherEmpty => "otherempty",
            Self::RequiredInAllRows => "requiredinallrowserror",
            Self::EachRowUnique => "eachrowuniqueeerror",
            Self::KeyDuplication => "keyduplicationerror",
            Self::Custom => "custom",
        }
    }
}

/// By element, in the order of the document. Within a dynamic panel: `relatives[0].age`.
pub type Errors = Vec<(String, Vec<Error>)>;

impl Session {
    /// Of everything that can be reached.
    pub fn validate(&self) -> Errors {
        let mut errors = Errors::new();
        for page in self.reachable().into_iter().filter_map(|at| self.pages.get(at)) {
            self.check_into(*page, &mut errors);
        }
        errors
    }

    /// Of what the citizen sees now.
    pub fn check_here(&self) -> Errors {
        let mut errors = Errors::new();
        match (self.question, self.model.flow) {
            (Some(question), _) => self.check_into(question, &mut errors),
            (None, Flow::OnePage) => return self.validate(),
            (None, _) => {
                if let Some(page) = self.pages.get(self.at).filter(|_| self.state == State::Running) {
                    self.check_into(*page, &mut errors);
                }
            }
        }
        errors
    }

    /// Of an element that is visible, and of all in it.
    pub(super) fn check_into(&self, id: usize, errors: &mut Errors) {
        let mut wrong = Vec::new();
        self.wrong_into(id, &mut wrong);
        for (id, error) in wrong {
            let place = self.place_name(id);
            match errors.last_mut().filter(|(last, _)| *last == place) {
                Some((_, all)) => all.push(error),
                None => errors.push((place, vec![error])),
            }
        }
    }

    /// The same by number of the element.
    pub(super) fn wrong_into(&self, id: usize, wrong: &mut Vec<(usize, Error)>) {
        let Some(node) = self.node(id).filter(|_| self.is_visible(id)) else { return };
        let found = match &node.element.body {
            Body::Question(_) if self.is_read_only(id) => Vec::new(),
            Body::Question(_) => self.check_question(id),
            Body::Page(_) | Body::Panel(_) => {
                let answered = || {
                    self.below(id).iter().any(|below| self.is_there(*below) && self.value(*below).is_some())
                };
                if node.required && !answered() { vec![Error::RequireOne] } else { Vec::new() }
            }
        };
        wrong.extend(found.into_iter().map(|error| (id, error)));
        for child in &node.children {
            self.wrong_into(*child, wrong);
        }
        if matches!(node.kind(), Some(Kind::Panels(_))) {
            for row in 0..self.count_rows(id) {
                let Some(nodes) = node.rows.get(row).filter(|row| row.shown) else { continue };
                for child in &nodes.children {
                    self.wrong_into(*child, wrong);
                }
            }
        }
    }

    /// Its name, and where it is.
    fn place_name(&self, id: usize) -> String {
        let Some(node) = self.node(id) else { return String::new() };
        match node.host {
            None => node.element.name.clone(),
            Some(Host { node: host, row }) => {
                format!("{}[{row}].{}", self.place_name(host), node.element.name)
            }
        }
    }

    pub(super) fn check_question(&self, id: usize) -> Vec<Error> {
        let Some((node, kind)) = self.node(id).and_then(|node| Some((node, node.kind()?))) else {
            return Vec::new();
        };
        if !kind.asks() || matches!(kind, Kind::Expression(_)) {
            return Vec::new();
        }
        let mut found = Vec::new();
        if node.required && self.is_blank(id) {
            found.push(Error::Required);
        }
        self.check_kind(id, kind, &mut found);
        if found.is_empty() {
            let fails = |validator: &&Validator| {
                validator.weight == Weight::Error
                    && self.fails(id, self.value(id), &validator.check).is_some()
            };
            found = node
                .element
                .validators
                .iter()
                .filter(fails)
                .filter_map(|validator| self.fails(id, self.value(id), &validator.check))
                .collect();
        }
        found
    }
}
