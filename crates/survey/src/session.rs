//! One citizen's way through a survey: answers, what they make visible, required, offered, calculated; pages; what is wrong.
//!
//! An answer runs only the expressions that read it (`watch`), then those that read what these changed, and so on until nothing
//! changes: at most [`PASSES`] times over the document, so that logic in a circle ends. The order is SurveyJS's: conditions, then
//! `resetValueIf` and `setValueIf`, then triggers.

mod answer;
mod build;
mod check;
mod clear;
mod dice;
mod display;
mod evaluate;
mod finish;
mod look;
mod names;
mod navigate;
mod node;
mod offer;
mod place;
mod react;
mod rows;
mod scope;
mod settle;
mod shown;
mod store;
mod trigger;
mod watch;
mod why;
mod words;

use std::rc::Rc;

use serde_json::{Map, Value};

pub use check::{Error, Errors};
pub use look::Offer;
pub use place::PREVIEW;
pub use shown::Shown;
pub use why::Why;

use crate::expression::Clock;
use crate::model::Model;
use names::Names;
use node::Node;
use settle::Pending;
use watch::Rule;

/// How often logic may go over the document for one answer.
pub const PASSES: usize = 10;

/// Deeds that cause deeds that cause deeds.
const MOST_NESTED: usize = 25;

/// Where the citizen is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// Before the survey: its first page is a welcome.
    Starting,
    #[default]
    Running,
    /// All answers, to be looked at once more.
    Preview,
    Completed,
}

impl State {
    /// SurveyJS's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Running => "running",
            Self::Preview => "preview",
            Self::Completed => "completed",
        }
    }
}

/// A survey being filled in.
#[derive(Debug, Clone)]
pub struct Session {
    model: Rc<Model>,
    clock: Clock,
    /// What random orders are drawn from; the same seed, the same order.
    seed: u64,
    lang: String,
    nodes: Vec<Node>,
    pages: Vec<usize>,
    /// By key in lower case: the questions outside dynamic panels that answer it.
    by_key: Names,
    data: Map<String, Value>,
    /// By name in lower case.
    variables: Map<String, Value>,
    watch: Names,
    /// Rules that read what no answer's name tells: `{$q.isVisible}`, `displayValue('q')`.
    always: Vec<Rule>,
    reactors: Vec<usize>,
    pending: Pending,
    settling: bool,
    loading: bool,
    /// Names changed since conditions began to run, in order; `None` between.
    changed: Option<Vec<String>>,
    triggering: Option<Vec<trigger::Change>>,
    nested: usize,
    state: State,
    /// Of `pages`.
    at: usize,
    /// With one question at a time: which.
    question: Option<usize>,
}

impl Session {
    /// From the beginning: defaults set, everything calculated.
    pub fn new(model: Rc<Model>, clock: Clock, seed: u64, lang: &str) -> Self {
        Self::with(model, clock, seed, lang, Map::new())
    }

    /// Going on with answers that are there.
    pub fn with(model: Rc<Model>, clock: Clock, seed: u64, lang: &str, data: Map<String, Value>) -> Self {
        let mut session = Self::build(model, clock, seed, lang, data);
        session.begin();
        session
    }

    pub fn state(&self) -> State {
        self.state
    }

    /// The answers, as they would be sent.
    pub fn data(&self) -> &Map<String, Value> {
        &self.data
    }

    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The model, to begin another session with.
    pub fn model_rc(&self) -> &Rc<Model> {
        &self.model
    }

    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Whether the welcome page is shown.
    pub fn is_starting(&self) -> bool {
        self.state == State::Starting
    }

    /// Whether all answers are shown once more before the end.
    pub fn has_preview(&self) -> bool {
        self.model.preview == crate::model::Preview::Answers
    }
}
