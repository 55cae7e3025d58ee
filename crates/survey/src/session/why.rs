//! Why an answer does not do, in what a page can say: a key for the language pack, or the designer's own words.

use serde_json::Value;

use super::check::Error;
use super::{Session, State};
use crate::expression::show;
use crate::model::{Body, Check, Field, Kind, Weight};

/// The first thing that is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Of the language pack's words.
    pub key: &'static str,
    /// For `{0}` in them: a bound, a count. Empty: there is none.
    pub bound: String,
    /// The designer's words, which come before the pack's.
    pub words: Option<String>,
}

/// What a field itself does not take.
pub(super) enum Slip {
    Least(String),
    Most(String),
    Number,
    Email,
}

impl Session {
    /// Everything wrong here, in the order of the document: the element and why. After `next_page` or `complete` failed.
    pub fn faults(&self) -> Vec<(usize, Why)> {
        let pages = match (self.state, self.question) {
            (State::Running, Some(question)) => vec![question],
            (State::Running, None) if self.model.flow == crate::model::Flow::Pages => {
                self.pages.get(self.at).copied().into_iter().collect()
            }
            _ => return self.all_faults(),
        };
        self.faults_in(pages)
    }

    /// The same of all that can be reached.
    pub fn all_faults(&self) -> Vec<(usize, Why)> {
        self.faults_in(self.reachable().into_iter().filter_map(|at| self.pages.get(at)).copied().collect())
    }

    fn faults_in(&self, ids: Vec<usize>) -> Vec<(usize, Why)> {
        let mut wrong = Vec::new();
        for id in ids {
            self.wrong_into(id, &mut wrong);
        }
        wrong.into_iter().map(|(id, error)| (id, self.why(id, error))).collect()
    }

    fn why(&self, id: usize, error: Error) -> Why {
        let say = |key, member: &str| Why { key, bound: String::new(), words: self.words(id, member) };
        match error {
            Error::Required => say("full.fault.required", "requiredErrorText"),
            Error::RequireOne => say("full.fault.one", "requiredErrorText"),
            Error::OtherEmpty => say("full.fault.other", "otherErrorText"),
            Error::RequiredInAllRows => say("full.fault.rows", ""),
            Error::EachRowUnique => say("full.fault.unique", ""),
            Error::KeyDuplication => say("full.fault.unique", "keyDuplicationError"),
            Error::RequireNumeric => self.by_validator(id).unwrap_or_else(|| say("full.fault.number", "")),
            Error::Custom => self
                .by_kind(id)
                .or_else(|| self.by_validator(id))
                .unwrap_or_else(|| say("full.fault.form", "")),
        }
    }

    fn by_kind(&self, id: usize) -> Option<Why> {
        let value = self.value(id);
        match self.node(id)?.kind()? {
            Kind::Text(field) => self.slipped(id, field, value),
            Kind::MultipleText(lines) => lines.lines.iter().find_map(|line| {
                self.slipped(id, &line.field, value.and_then(|value| value.get(&line.name)))
            }),
            Kind::Choices(choices) => {
                let count = value.and_then(Value::as_array).map_or(0, Vec::len);
                let (key, bound) = match () {
                    () if choices.least > 0 && count < choices.least => ("full.fault.few", choices.least),
                    () if choices.most > 0 && count > choices.most => ("full.fault.many", choices.most),
                    () => return None,
                };
                Some(Why { key, bound: bound.to_string(), words: None })
            }
            _ => None,
        }
    }

    fn slipped(&self, id: usize, field: &Field, value: Option<&Value>) -> Option<Why> {
        let (key, bound, member) = match self.slips(id, field, value).into_iter().next()? {
            Slip::Least(bound) => ("full.fault.least", bound, "minErrorText"),
            Slip::Most(bound) => ("full.fault.most", bound, "maxErrorText"),
            Slip::Number => ("full.fault.number", String::new(), ""),
            Slip::Email => ("full.fault.email", String::new(), ""),
        };
        Some(Why { key, bound, words: self.words(id, member) })
    }

    fn by_validator(&self, id: usize) -> Option<Why> {
        let node = self.node(id)?;
        let Body::Question(_) = &node.element.body else { return None };
        let value = self.value(id);
        let fails = |check: &Check| self.fails(id, value, check).is_some();
        let mut own = node.element.validators.iter().filter(|one| one.weight == Weight::Error);
        let failed = own.find(|one| fails(&one.check))?;
        let number = |bound: f64| show(&crate::expression::Datum::Number(bound));
        let given = value.map(|value| crate::expression::number_of(&value.into()));
        let count = value.and_then(Value::as_array).map_or(0, Vec::len);
        let (key, bound) = match &failed.check {
            Check::Numeric { least: Some(least), .. } if given.is_some_and(|given| given < *least) => {
                ("full.fault.least", number(*least))
            }
            Check::Numeric { most: Some(most), .. } if given.is_some_and(|given| given > *most) => {
                ("full.fault.most", number(*most))
            }
            Check::Numeric { .. } => ("full.fault.number", String::new()),
            Check::Email => ("full.fault.email", String::new()),
            Check::Count { least, .. } if *least > 0 && count < *least => {
                ("full.fault.few", least.to_string())
            }
            Check::Count { most, .. } => ("full.fault.many", most.to_string()),
            Check::Text { .. } | Check::Pattern(_) | Check::Holds(_) => ("full.fault.form", String::new()),
        };
        let words = failed.words.as_ref().filter(|words| !words.is_blank());
        Some(Why { key, bound, words: words.map(|words| self.piped_at(Some(id), words.get(&self.lang))) })
    }
}
