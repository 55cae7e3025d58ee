//! The survey at hand: changing it, judging it, keeping it on this machine.

use std::rc::Rc;

use mot_cua_contract::Mistake;
use mot_cua_sheets::judge::{Judge, Measure, Sheet, one, trial};
use mot_cua_survey::expression::Clock;
use serde_json::{Map, Value, json};

use super::{Bench, Room, Tab};
use crate::browser::{self, kept};
use crate::edit::{At, History, Step, Survey};

/// What is open.
#[derive(Clone)]
pub(crate) struct Doc {
    /// Without an ending.
    pub(crate) name: String,
    pub(crate) survey: Survey,
    /// Whence it came, as long as it is as it came: mistakes are then named by row.
    pub(crate) sheet: Option<Rc<Sheet>>,
    /// The designer's own tests, as they stand in their file.
    pub(crate) tests: String,
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Told {
    /// At its path, or at its row where it came from a sheet.
    pub(crate) mistake: Mistake,
    /// The question that it is about.
    pub(crate) at: Option<At>,
}

impl Bench {
    /// Puts another survey on the bench.
    pub(crate) fn put(self, doc: Doc) {
        *self.history.borrow_mut() = History::default();
        self.refused.set(None);
        self.difference.set(None);
        self.chosen.set(None);
        self.answers.update(Map::clear);
        let name = doc.name.clone();
        self.doc.set(Some(doc));
        self.tab.set(Tab::Edit);
        self.settled();
        browser::phone::go(None);
        self.say("said.opened", &[&name]);
    }

    /// The bench as it was left.
    pub(crate) fn resume(self) {
        let kept =
            kept::get("survey").and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
        let Some(mut kept) = kept else {
            // Another tab closed it.
            self.doc.set(None);
            self.told.set(Vec::new());
            return;
        };
        let mut take = |member: &str| kept.shift_remove(member).unwrap_or_default();
        let (name, tests, survey) = (take("name"), take("tests"), take("survey"));
        let Value::Object(survey) = survey else { return };
        let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
        let doc = Doc { name: text(name), survey: Survey::of(survey), sheet: None, tests: text(tests) };
        // As it was left: what can be taken back stays.
        let same = |now: &Doc| now.name == doc.name && now.survey == doc.survey && now.tests == doc.tests;
        if !self.doc.with_untracked(|now| now.as_ref().is_some_and(same)) {
            self.put(doc);
        }
    }

    /// Away with it. What was downloaded stays.
    pub(crate) fn close(self) {
        if self.is_my_turn() {
            kept::forget("survey");
        }
        self.doc.set(None);
        self.told.set(Vec::new());
        browser::focus_soon("wb-open".to_owned());
    }

    /// Keeps it in this browser.
    pub(crate) fn keep(self) {
        let all = self.doc.with_untracked(|doc| {
            let doc = doc.as_ref()?;
            Some(json!({"name": doc.name, "tests": doc.tests, "survey": doc.survey.0}).to_string())
        });
        if let Some(all) = all {
            self.keep_as("survey", &all);
        }
    }

    /// A step that can be taken back.
    pub(crate) fn change<R>(self, act: impl FnOnce(&mut Survey) -> R) -> Option<R> {
        self.step(None, act)
    }

    /// The same while something is typed; all of it in one field is one step.
    pub(crate) fn type_in(self, field: &str, act: impl FnOnce(&mut Survey)) {
        self.step(Some(field.to_owned()), act);
    }

    fn step<R>(self, field: Option<String>, act: impl FnOnce(&mut Survey) -> R) -> Option<R> {
        let mut outcome = None;
        self.doc.update(|doc| {
            let Some(doc) = doc else { return };
            let old = doc.survey.clone();
            outcome = Some(act(&mut doc.survey));
            if doc.survey != old {
                doc.sheet = None;
                self.history.borrow_mut().note(&old, field);
            }
        });
        self.soon();
        outcome
    }

    /// Back or forth in the room that is open.
    pub(crate) fn walk(self, step: Step) {
        match self.room.get_untracked() {
            Room::Print => return self.print.walk(self, step),
            Room::Site => return self.site.walk(self, step),
            Room::Surveys | Room::Reminders => {}
        }
        let now = self.doc.with_untracked(|doc| doc.as_ref().map(|doc| doc.survey.clone()));
        let new = now.and_then(|now| self.history.borrow_mut().step(step, now));
        let Some(survey) = new else { return };
        self.doc.update(|doc| {
            if let Some(doc) = doc {
                doc.survey = survey;
            }
        });
        self.say(step.said(), &[]);
        self.soon();
    }

    pub(crate) fn can_undo(self) -> bool {
        self.history.borrow().can_undo()
    }

    pub(crate) fn can_redo(self) -> bool {
        self.history.borrow().can_redo()
    }

    /// What the engine finds doubtful, anew.
    pub(super) fn judge(self) {
        let judge = Judge { lang: self.lang.get_untracked().into(), measure: Measure::Lenient };
        let told: Vec<Told> = self.doc.with_untracked(|doc| {
            let Some(doc) = doc else { return Vec::new() };
            let about = |mistake: Mistake| {
                let at = At::of(&mistake.path);
                let placed = match &doc.sheet {
                    Some(sheet) => sheet.placed(mistake),
                    None => mistake,
                };
                Told { mistake: placed, at }
            };
            let of_sheet = doc.sheet.iter().flat_map(|sheet| sheet.mistakes(judge));
            let of_sheet = of_sheet.map(|mistake| Told { mistake, at: None });
            of_sheet.chain(one(&doc.survey.text(), judge).into_iter().map(about)).collect()
        });
        if self.told.with_untracked(|old| *old != told) {
            self.told.set(told);
        }
    }

    /// What the designer's tests find. `None`: there are no tests.
    pub(crate) fn tried(self) -> Option<Vec<Mistake>> {
        self.doc.with(|doc| {
            let doc = doc.as_ref().filter(|doc| !doc.tests.trim().is_empty())?;
            let (now, offset) = browser::clock();
            Some(trial(&doc.survey.text(), &doc.tests, Clock { now, offset }))
        })
    }
}
