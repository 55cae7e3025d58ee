//! What is on the workbench: the survey at hand, what is said about it, what is being looked at.

pub(crate) mod carried;
mod doc;
mod file;
pub(crate) mod tabs;

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use mot_cua_contract::Mistake;
use serde_json::{Map, Value};

use crate::browser::timer::Timer;
use crate::browser::{self, files, kept, phone};
use crate::edit::{At, History, Survey};
use crate::prelude::*;
use crate::print::Print;
use crate::reminders::Reminders;
use crate::site::SiteRoom;
use crate::words::{self, Lang};
pub(crate) use doc::{Doc, Told};
pub(crate) use file::BANKS;
use tabs::Turn;

/// Rooms of the workbench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    Surveys,
    Print,
    Reminders,
    Site,
}

/// What of the survey is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Edit,
    /// The phone, where it does not stand beside the others.
    Phone,
    Told,
    Source,
    Tests,
    Compare,
}

/// A file that could not be taken, and why.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    pub(crate) name: String,
    pub(crate) why: Vec<Mistake>,
}

/// How the phone beside the editor looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phone {
    pub(crate) lang: String,
    /// `light` or `dark`.
    pub(crate) theme: &'static str,
}

/// The one [`State`] of the page.
#[derive(Clone, Copy)]
pub(crate) struct Bench(&'static State);

impl Deref for Bench {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

pub(crate) struct State {
    pub(crate) lang: RwSignal<Lang>,
    pub(crate) room: RwSignal<Room>,
    pub(crate) tab: RwSignal<Tab>,
    /// `None`: nothing is open.
    pub(crate) doc: RwSignal<Option<Doc>>,
    /// The survey as it was when nothing had been typed for a while: what a code for a phone holds.
    pub(crate) handed: RwSignal<Option<Survey>>,
    /// The question that is open in the editor.
    pub(crate) chosen: RwSignal<Option<At>>,
    pub(crate) told: RwSignal<Vec<Told>>,
    pub(crate) refused: RwSignal<Option<Refused>>,
    /// What was just done, for those who do not see it.
    pub(crate) said: RwSignal<String>,
    /// What the phone beside the editor was answered.
    pub(crate) answers: RwSignal<Map<String, Value>>,
    pub(crate) phone: RwSignal<Phone>,
    /// What is different from another version, a line each. `None`: nothing was compared.
    pub(crate) difference: RwSignal<Option<String>>,
    pub(crate) print: Print,
    pub(crate) reminders: Reminders,
    pub(crate) site: SiteRoom,
    pub(crate) turn: RwSignal<Turn>,
    /// Names this tab among those of the browser.
    tab_id: String,
    /// What was done last could not be kept.
    unkept: Cell<bool>,
    history: RefCell<History<Survey>>,
    settle: RefCell<Option<Timer>>,
}

/// After the last letter, before the phone is loaded again (ms).
const SETTLE_MS: u64 = 400;

impl Bench {
    /// The page lives as long as its document, and this as long as the page.
    pub(crate) fn new() -> Self {
        let lang = kept::get("lang").and_then(|tag| Lang::of(&tag)).unwrap_or_default();
        let bench = Self(Box::leak(Box::new(State {
            lang: RwSignal::new(lang),
            room: RwSignal::new(Room::Surveys),
            tab: RwSignal::new(Tab::Edit),
            doc: RwSignal::new(None),
            handed: RwSignal::new(None),
            chosen: RwSignal::new(None),
            told: RwSignal::new(Vec::new()),
            refused: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            answers: RwSignal::new(Map::new()),
            phone: RwSignal::new(Phone { lang: lang.as_str().to_owned(), theme: "light" }),
            difference: RwSignal::new(None),
            print: Print::new(),
            reminders: Reminders::new(),
            site: SiteRoom::new(),
            turn: RwSignal::new(Turn::Mine),
            tab_id: browser::random_id(),
            unkept: Cell::new(false),
            history: RefCell::default(),
            settle: RefCell::new(None),
        })));
        *bench.settle.borrow_mut() = Some(Timer::new(move || bench.settled()));
        bench
    }

    /// Words in the language of now. Call it in a reactive closure.
    pub(crate) fn word(self, key: &str) -> String {
        words::say(self.lang.get(), key)
    }

    /// The same with `{0}` and `{1}` filled in.
    pub(crate) fn word_with(self, key: &str, values: &[&str]) -> String {
        words::say_with(self.lang.get(), key, values)
    }

    /// Words that follow the language.
    pub(crate) fn t(self, key: &'static str) -> impl Fn() -> String + Copy + 'static {
        move || self.word(key)
    }

    /// Says what was done.
    pub(crate) fn say(self, key: &str, values: &[&str]) {
        self.said.set(words::say_with(self.lang.get_untracked(), key, values));
    }

    pub(crate) fn speak(self, lang: Lang) {
        self.lang.set(lang);
        let _ = kept::set("lang", lang.as_str());
        self.settled();
    }

    /// Into another room. What was typed a moment ago is kept before, and the phone there shows what belongs there.
    pub(crate) fn enter(self, room: Room) {
        self.settled();
        self.said.set(String::new());
        self.room.set(room);
        match room {
            Room::Print => self.print.prepare(self),
            Room::Reminders => self.reminders.prepare(self),
            Room::Surveys | Room::Site => self.show(),
        }
    }

    /// A file for the folder of downloads.
    pub(crate) fn save_as(self, name: &str, kind: &str, bytes: &[u8]) {
        files::save(name, kind, bytes);
        self.say("said.savedFile", &[name]);
    }

    /// A file that could not be taken.
    pub(crate) fn refuse(self, name: &str, why: Mistake) {
        self.say("said.refused", &[name]);
        self.refused.set(Some(Refused { name: name.to_owned(), why: vec![why] }));
    }

    /// The phone in another language or theme.
    pub(crate) fn turn_phone(self, change: impl FnOnce(&mut Phone)) {
        self.phone.update(change);
        self.show();
    }

    pub(crate) fn soon(self) {
        if let Some(timer) = self.settle.borrow().as_ref() {
            timer.set(Some(SETTLE_MS));
        }
    }

    /// Nothing was typed for a while: it is kept, judged and shown.
    fn settled(self) {
        if self.room.get_untracked() == Room::Site {
            return self.site.settled(self);
        }
        self.keep();
        self.judge();
        self.show();
        self.hand();
    }

    fn hand(self) {
        let now = self.doc.with_untracked(|doc| doc.as_ref().map(|doc| doc.survey.clone()));
        if self.handed.with_untracked(|old| *old != now) {
            self.handed.set(now);
        }
    }

    fn show(self) {
        if self.room.get_untracked() == Room::Site {
            return self.site.show(self);
        }
        let text = self.doc.with_untracked(|doc| doc.as_ref().map(|doc| doc.survey.text()));
        if let Some(text) = text {
            let Phone { lang, theme } = self.phone.get_untracked();
            phone::show(&text, &lang, theme, None);
        }
    }
}
