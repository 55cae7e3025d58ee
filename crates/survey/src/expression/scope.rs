//! Where an expression finds its variables.

use serde_json::{Map, Value};

use super::clock::Clock;
use super::datum::Datum;
use super::path::{Path, follow};
use super::program::Variable;

/// What a variable stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub value: Datum,
    /// Of a ranking the order is the answer.
    pub(crate) order: super::Order,
}

/// A question to the survey around an expression: functions that need more than values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    DisplayValue,
    PropertyValue,
    Comment,
    ContainerReady,
    DisplayMode,
}

/// The surroundings of an expression.
pub trait Scope {
    /// `None`: no such variable.
    fn find(&self, variable: &Variable) -> Option<Found>;

    fn clock(&self) -> Clock;

    /// Undefined where there is no survey around.
    fn ask(&self, what: Ask, arguments: &[Datum]) -> Datum;
}

/// Variables from a list of values.
#[derive(Debug, Clone)]
pub struct Values {
    root: Datum,
    clock: Clock,
}

impl Values {
    pub fn new(values: &Map<String, Value>, clock: Clock) -> Self {
        Self { root: values.into(), clock }
    }
}

impl Scope for Values {
    fn find(&self, variable: &Variable) -> Option<Found> {
        find(&self.root, variable)
    }

    fn clock(&self) -> Clock {
        self.clock
    }

    fn ask(&self, what: Ask, _: &[Datum]) -> Datum {
        match what {
            Ask::ContainerReady => false.into(),
            _ => Datum::Undefined,
        }
    }
}

/// An item of a list before what is around it: the condition of `sumInArray` and its like.
pub(super) struct Item<'a> {
    pub(super) item: &'a Datum,
    pub(super) around: &'a dyn Scope,
}

impl Scope for Item<'_> {
    fn find(&self, variable: &Variable) -> Option<Found> {
        find(self.item, variable).or_else(|| self.around.find(variable))
    }

    fn clock(&self) -> Clock {
        self.around.clock()
    }

    fn ask(&self, what: Ask, arguments: &[Datum]) -> Datum {
        self.around.ask(what, arguments)
    }
}

/// The variable in `root`.
pub(crate) fn find(root: &Datum, variable: &Variable) -> Option<Found> {
    let step = follow(root, &variable.path.parts)?;
    Some(Found { value: step.datum(), order: super::Order::Any })
}

/// `{x.length}` is 0 where there is no x.
pub(super) fn missing(path: &Path, name: &str) -> Option<Found> {
    let length = path.parts.len() > 1 && name.ends_with(".length");
    length.then_some(Found { value: Datum::Number(0.0), order: super::Order::Any })
}
