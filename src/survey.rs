//! The survey of this visit, run: `mot_cua_survey`'s session, and signals for what the views show of it.
//!
//! Every question has signals of its own. After an answer only those whose questions look different are told, so that a view
//! that someone is typing in stays as it is.

mod kept;
mod slot;
mod steps;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use mot_cua_contract::answer::Answer;
use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::{Session, Why};
use serde_json::{Map, Value};

use crate::app::App;
use crate::browser::clock;
use crate::config::Config;
use crate::prelude::*;
use crate::rating;
use kept::Kept;
pub(crate) use slot::{Lock, Need, Shape, Slot, There};

/// The one [`Inner`] of a mounted page.
#[derive(Clone, Copy)]
pub(crate) struct Driver(&'static Inner);

struct Inner {
    session: RefCell<Session>,
    /// The definition, kept beside the answer.
    text: String,
    /// What random orders are drawn from.
    seed: Cell<u32>,
    /// Hash of the definition that is being filled in.
    version: String,
    /// Key of the question that the static form asks. `None`: it asks none.
    first: Option<String>,
    /// Owner of the signals: they outlive the view that first asks for them.
    home: Owner,
    slots: RefCell<Vec<(usize, Slot)>>,
    /// Told after every answer.
    tick: RwSignal<u32>,
    /// What the last "go on" found.
    faults: RwSignal<Vec<(usize, Why)>>,
    begun: Cell<Begun>,
    /// Where a trigger leads once the field that is typed in is left.
    ahead: Cell<Option<usize>>,
}

/// Whether the definition was kept beside the answer of this visit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begun {
    No,
    Yes,
}

impl Driver {
    /// `served` is the definition of now; an answer that was begun on another version goes on with that. `None`: neither can
    /// be read.
    pub(crate) fn new(
        served: &str,
        config: &Config,
        restored: Option<&mut Answer>,
        first: Option<String>,
        lang: &str,
    ) -> Option<Self> {
        let now = config.survey_file().map(|file| file.version).unwrap_or_default();
        let data = restored.as_ref().map(|answer| answer.answers.clone()).unwrap_or_default();
        let old = restored.as_ref().map(|answer| answer.survey_version.clone());
        let old = old.and_then(|version| Some((kept::read(&version)?, version)));
        let fresh = || (Kept { seed: clock::random_u32(), text: served.to_owned() }, now);
        let (kept, version) = old.unwrap_or_else(fresh);
        if let Some(answer) = restored {
            answer.survey_version.clone_from(&version);
        }
        let model = Model::parse(&kept.text)?;
        let session = self::fresh(Rc::new(model), kept.seed, lang, data);
        let home = Owner::new();
        let (tick, faults) = home.with(|| (RwSignal::new(0), RwSignal::new(Vec::new())));
        Some(Self(Box::leak(Box::new(Inner {
            session: RefCell::new(session),
            text: kept.text,
            seed: Cell::new(kept.seed),
            version,
            first,
            home,
            slots: RefCell::default(),
            tick,
            faults,
            begun: Cell::new(Begun::No),
            ahead: Cell::new(None),
        }))))
    }

    /// Looks at the session, as it is now.
    pub(crate) fn with<R>(self, look: impl FnOnce(&Session) -> R) -> R {
        look(&self.0.session.borrow())
    }

    /// The same, again after every answer.
    pub(crate) fn live<R>(self, look: impl FnOnce(&Session) -> R) -> R {
        self.0.tick.get();
        self.with(look)
    }

    /// Other answers to the same survey, to be looked at.
    pub(crate) fn read(self, answers: Map<String, Value>) -> Session {
        let (model, lang) = self.with(|session| (Rc::clone(session.model_rc()), session.lang().to_owned()));
        fresh(model, self.0.seed.get(), &lang, answers)
    }

    pub(crate) fn version(self) -> String {
        self.0.version.clone()
    }

    /// Whether the static form asks this question.
    pub(crate) fn is_first(self, session: &Session, id: usize) -> bool {
        session.element(id).is_some_and(|element| Some(&element.name) == self.0.first.as_ref())
    }

    /// What became of it, by the engine, and kept at once.
    pub(crate) fn change(self, app: App, act: impl FnOnce(&mut Session)) {
        let before = self.with(Session::place);
        act(&mut self.0.session.borrow_mut());
        self.tell();
        let data = self.with(|session| session.data().clone());
        self.begin();
        rating::run_on(app, data);
        if self.with(Session::place) != before {
            self.moved(app);
        }
    }

    /// A question of the page is answered.
    pub(crate) fn answer(self, app: App, id: usize, value: Option<Value>) {
        self.change(app, |session| session.answer(id, value));
    }

    /// With the first answer it is kept what was asked.
    fn begin(self) {
        if self.0.begun.replace(Begun::Yes) == Begun::No {
            kept::write(&self.0.version, self.0.seed.get(), &self.0.text);
        }
    }

    /// A face was chosen.
    pub(crate) fn first_answer(self, name: &str, value: Value) -> Map<String, Value> {
        self.0.session.borrow_mut().set(name, value);
        self.begin();
        self.tell();
        self.with(|session| session.data().clone())
    }

    /// Whether the static form asks the first question.
    pub(crate) fn asks_first(self) -> bool {
        self.0.first.is_some()
    }

    /// The next citizen.
    pub(crate) fn clear(self) {
        self.0.seed.set(clock::random_u32());
        let session = self.read(Map::new());
        *self.0.session.borrow_mut() = session;
        self.0.begun.set(Begun::No);
        self.0.faults.set(Vec::new());
        self.tell();
    }

    pub(crate) fn speak(self, lang: &str) {
        self.0.session.borrow_mut().speak(lang);
        self.tell();
    }

    /// Brings every signal up to date.
    fn tell(self) {
        let slots = self.0.slots.borrow().clone();
        for (id, slot) in slots {
            self.with(|session| slot.follow(session, id));
        }
        let standing = self.0.faults.get_untracked();
        if !standing.is_empty() {
            let now = self.with(Session::all_faults);
            let still: Vec<_> = standing
                .iter()
                .filter_map(|(id, _)| now.iter().find(|(one, _)| one == id).cloned())
                .collect();
            if still != standing {
                self.0.faults.set(still);
            }
        }
        self.0.tick.update(|tick| *tick = tick.wrapping_add(1));
    }

    /// The signals of a question.
    pub(crate) fn slot(self, id: usize) -> Slot {
        if let Some((_, slot)) = self.0.slots.borrow().iter().find(|(one, _)| *one == id) {
            return *slot;
        }
        let slot = self.with(|session| self.0.home.with(|| Slot::new(session, id)));
        self.0.slots.borrow_mut().push((id, slot));
        slot
    }

    pub(crate) fn faults(self) -> RwSignal<Vec<(usize, Why)>> {
        self.0.faults
    }
}

fn fresh(model: Rc<Model>, seed: u32, lang: &str, data: Map<String, Value>) -> Session {
    let now = Clock { now: clock::now_ms(), offset: clock::offset_minutes() };
    let mut session = Session::with(model, now, u64::from(seed), lang, data);
    // A welcome page is the start screen's; from here on it is behind.
    let _ = session.is_starting().then(|| session.next_page());
    session
}
