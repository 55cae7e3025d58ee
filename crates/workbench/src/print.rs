//! Sheets with codes, from rows of places: what `mot-cua posters` makes, from one page in the browser.

pub(crate) mod address;
mod archive;
mod draw;
mod files;
mod judged;
mod look;
pub(crate) mod paper;
mod plan;
mod run;
mod steps;
mod work;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use mot_cua_contract::{Mistake, Site};
use mot_cua_print::{Fonts, Logo, Refused};

use crate::bench::Bench;
use crate::browser::files as disk;
use crate::browser::kept;
use crate::browser::timer::Timer;
use crate::edit::History;
use crate::prelude::*;
use draw::Press;
pub(crate) use files::save_template;
pub(crate) use judged::Judged;
use paper::Paper;
pub(crate) use plan::{Leaf, Plan};
pub(crate) use run::Drawn;
pub(crate) use steps::id;

/// What is being made.
#[derive(Debug, Clone)]
pub(crate) enum Work {
    None,
    /// So many codes of so many are drawn and read again.
    Busy {
        done: usize,
        all: usize,
    },
    Done(Rc<Drawn>),
}

/// A sheet to look at.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Look {
    /// Of the picture, for as long as it is the newest.
    pub(crate) address: String,
    pub(crate) title: String,
    /// Side of its codes in millimetres. `None`: it carries none.
    pub(crate) side: Option<f32>,
}

/// What is known of the site that this page belongs to.
#[derive(Clone)]
pub(crate) enum About {
    Asked,
    /// There is none, or it cannot be read: codes may lead anywhere.
    Nothing,
    Site(Rc<Site>),
}

/// A picture for the middle of the codes, and the file it came from.
pub(crate) struct Emblem {
    pub(crate) logo: Logo,
    pub(crate) address: Option<String>,
}

/// The one [`State`] of the room.
#[derive(Clone, Copy)]
pub(crate) struct Print(&'static State);

impl std::ops::Deref for Print {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

pub(crate) struct State {
    /// `None`: the room was not opened yet.
    pub(crate) paper: RwSignal<Option<Paper>>,
    pub(crate) about: RwSignal<About>,
    pub(crate) judged: RwSignal<Rc<Judged>>,
    pub(crate) plan: RwSignal<Rc<Plan>>,
    /// The row that is open in the form, from 0.
    pub(crate) open: RwSignal<Option<usize>>,
    /// The first of the rows that are shown.
    pub(crate) from: RwSignal<usize>,
    /// What was wrong with the list that was opened last, and its name.
    pub(crate) list: RwSignal<Option<(String, Vec<Mistake>)>>,
    pub(crate) emblem: RwSignal<Option<Rc<Emblem>>>,
    /// Why a picture, or a file of words, was not taken.
    pub(crate) refused: RwSignal<Option<String>>,
    /// The sheet that is shown, from 0; the first is the one to be scanned before the others.
    pub(crate) at: RwSignal<usize>,
    /// `None`: there is nothing to show.
    pub(crate) look: RwSignal<Option<Result<Look, Refused>>>,
    pub(crate) work: RwSignal<Work>,
    history: RefCell<History<Paper>>,
    fonts: OnceCell<Option<Rc<Fonts>>>,
    settle: RefCell<Option<Timer>>,
    /// Counts what was begun: who finds another number was stopped.
    turn: Cell<usize>,
}

/// After the last letter, before the rows are judged and drawn again (ms).
const SETTLE_MS: u64 = 300;
/// Rows shown at once.
pub(crate) const SHOWN: usize = 20;

impl Print {
    pub(crate) fn new() -> Self {
        Self(Box::leak(Box::new(State {
            paper: RwSignal::new(None),
            about: RwSignal::new(About::Asked),
            judged: RwSignal::new(Rc::default()),
            plan: RwSignal::new(Rc::default()),
            open: RwSignal::new(None),
            from: RwSignal::new(0),
            list: RwSignal::new(None),
            emblem: RwSignal::new(None),
            refused: RwSignal::new(None),
            at: RwSignal::new(0),
            look: RwSignal::new(None),
            work: RwSignal::new(Work::None),
            history: RefCell::default(),
            fonts: OnceCell::new(),
            settle: RefCell::new(None),
            turn: Cell::new(0),
        })))
    }

    /// The room as it was left, and what the site knows.
    pub(crate) fn prepare(self, bench: Bench) {
        if self.paper.with_untracked(Option::is_some) {
            return;
        }
        *self.settle.borrow_mut() = Some(Timer::new(move || self.settled(bench)));
        let kept = kept::get("print").and_then(|text| serde_json::from_str(&text).ok());
        self.paper.set(Some(kept.as_ref().map(Paper::of_json).unwrap_or_default()));
        if let Some(bytes) = kept::bytes("print.logo")
            && let Ok(logo) = Logo::png(&bytes)
        {
            self.show_emblem(logo, &bytes);
        }
        self.settled(bench);
        wasm_bindgen_futures::spawn_local(async move {
            let text = disk::of_site("site.json").await;
            let site = text.and_then(|text| Site::read(&text).ok());
            self.about.set(site.map_or(About::Nothing, |site| About::Site(Rc::new(site))));
            self.settled(bench);
        });
    }

    /// Where this page, and with it the site, is to be found. `None`: only as a file, or by this machine.
    pub(crate) fn own_base(self) -> Option<String> {
        let declared = self.about.with(|about| match about {
            About::Site(site) => {
                site.url.as_ref().map(|url| [url.trim_end_matches('/'), &site.base].concat())
            }
            _ => None,
        });
        let here = || {
            let origin = disk::origin();
            origin.starts_with("http").then(|| [origin, disk::site_folder()].concat())
        };
        let base = declared.or_else(here)?;
        Some(base.trim_end_matches('/').to_owned())
    }

    /// The address that codes begin with, typed or known; empty where nobody knows it.
    pub(crate) fn base(self) -> String {
        let typed = self.paper.with(|paper| paper.as_ref()?.base.clone());
        typed.or_else(|| self.own_base()).unwrap_or_default()
    }

    pub(crate) fn site(self) -> Option<Rc<Site>> {
        self.about.with(|about| match about {
            About::Site(site) => Some(site.clone()),
            _ => None,
        })
    }

    /// Read once. `None`: this program was damaged on its way.
    fn fonts(self) -> Option<Rc<Fonts>> {
        self.fonts.get_or_init(|| Fonts::new().ok().map(Rc::new)).clone()
    }

    fn press(self) -> Option<Press> {
        let paper = self.paper.get_untracked()?;
        let base = Some(self.base()).filter(|base| mot_cua_sheets::places::is_page(base).is_ok());
        let logo = self.emblem.with_untracked(|emblem| emblem.as_ref().map(|emblem| emblem.logo.clone()));
        Some(Press::new(self.fonts()?, &paper, base, logo))
    }

    /// Nothing was typed for a while: it is kept, judged and shown.
    pub(super) fn settled(self, bench: Bench) {
        self.keep(bench);
        // Other codes than this site's may be printed for whom it may concern.
        let site = self.site().filter(|_| self.own_base().is_some_and(|own| own == self.base()));
        let judged = self.paper.with_untracked(|paper| {
            paper.as_ref().map(|paper| judged::judge(paper, site.as_deref())).unwrap_or_default()
        });
        let judged = match self.press() {
            Some(press) => judged.checked(&press),
            None => judged,
        };
        let planned = self.paper.with_untracked(|paper| {
            paper.as_ref().map(|paper| plan::plan(paper, &judged)).unwrap_or_default()
        });
        if self.judged.with_untracked(|old| **old != judged) {
            self.judged.set(Rc::new(judged));
        }
        if self.plan.with_untracked(|old| **old != planned) {
            self.plan.set(Rc::new(planned));
        }
        self.show();
    }

    pub(crate) fn keep(self, bench: Bench) {
        let text = self.paper.with_untracked(|paper| Some(paper.as_ref()?.to_json().to_string()));
        if let Some(text) = text {
            bench.keep_as("print", &text);
        }
    }

    /// What another tab kept meanwhile.
    pub(crate) fn resume(self, bench: Bench) {
        if self.paper.with_untracked(Option::is_some) {
            self.paper.set(None);
            self.prepare(bench);
        }
    }
}
