//! The state of the room, and what is done in it.

use std::cell::Cell;

use mot_cua_contract::{Mistake, Site};
use serde_json::Value;

use super::draft::Draft;
use super::folder;
use super::said::Said;
use crate::bench::{BANKS, Bench, Room};
use crate::browser::files::{self, JSON};
use crate::browser::{self, kept, phone};
use crate::edit::{History, Step};
use crate::prelude::*;

/// Name under which the draft is kept on this machine.
const KEPT: &str = "site";

/// Where a test answer is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Try {
    #[default]
    None,
    Sending,
    Done(Vec<Said>),
}

/// The state of the room.
#[derive(Clone, Copy)]
pub(crate) struct SiteRoom {
    /// `None`: nothing was begun.
    pub(crate) draft: RwSignal<Option<Draft>>,
    /// What `mot-cua check` says of it.
    pub(crate) told: RwSignal<Vec<Mistake>>,
    pub(crate) tried: RwSignal<Try>,
    /// The place whose tag is shown: `04795` or `04795-3`. Empty: the first unit.
    pub(crate) place: RwSignal<String>,
    /// The file as it was written over by hand, until it is used. `None`: it was not.
    pub(crate) written: RwSignal<Option<String>>,
    history: RwSignal<History<Draft>>,
    /// Of what is being tried: a reply that comes late belongs to another draft.
    turn: RwSignal<Cell<u32>>,
}

impl SiteRoom {
    pub(crate) fn new() -> Self {
        Self {
            draft: RwSignal::new(None),
            told: RwSignal::new(Vec::new()),
            tried: RwSignal::new(Try::None),
            place: RwSignal::new(String::new()),
            written: RwSignal::new(None),
            history: RwSignal::new(History::default()),
            turn: RwSignal::new(Cell::new(0)),
        }
    }

    /// The draft as it was left.
    pub(crate) fn resume(self, bench: Bench) {
        let draft = kept::get(KEPT).and_then(|text| Draft::parse(&text).ok());
        if self.draft.with_untracked(|now| *now != draft) {
            self.history.set(History::default());
            self.forget_trial();
            self.draft.set(draft);
            self.settled(bench);
        }
    }

    /// Puts another one into the room.
    pub(crate) fn put(self, bench: Bench, draft: Draft, name: &str) {
        self.history.set(History::default());
        self.written.set(None);
        self.tried.set(Try::None);
        self.place.set(String::new());
        bench.refused.set(None);
        self.draft.set(Some(draft));
        self.settled(bench);
        bench.say("said.opened", &[name]);
        browser::focus_soon("ws-top".to_owned());
    }

    pub(crate) fn open(self, bench: Bench, name: &str, bytes: &[u8]) {
        let read = std::str::from_utf8(bytes).map_err(|error| error.to_string()).and_then(Draft::parse);
        match read {
            Ok(draft) => self.put(bench, draft, name),
            Err(why) => bench.refuse(name, Mistake::error("not-json", "", why, bench.word("site.expected"))),
        }
    }

    /// The site that this page belongs to, to begin with.
    pub(crate) fn open_own(self, bench: Bench) {
        wasm_bindgen_futures::spawn_local(async move {
            match files::of_site("site.json").await {
                Some(text) => self.open(bench, "site.json", text.as_bytes()),
                None => bench.say("remind.noSite", &[]),
            }
        });
    }

    pub(crate) fn open_blank(self, bench: Bench) {
        let mut draft = Draft::blank();
        if let Some((name, _)) = bench.survey_at_hand() {
            draft.set("survey", &name);
        }
        self.put(bench, draft, "site.json");
    }

    pub(crate) fn close(self) {
        kept::forget(KEPT);
        self.draft.set(None);
        self.told.set(Vec::new());
        self.tried.set(Try::None);
        browser::focus_soon("ws-open".to_owned());
    }

    /// A step that can be taken back; all that is typed into one field is one step.
    pub(crate) fn change(self, bench: Bench, field: Option<&str>, act: impl FnOnce(&mut Draft)) {
        self.draft.update(|draft| {
            let Some(draft) = draft else { return };
            let old = draft.clone();
            act(draft);
            if *draft != old {
                self.history.update(|history| history.note(&old, field.map(str::to_owned)));
            }
        });
        self.forget_trial();
        bench.soon();
    }

    /// What was tried was another draft.
    fn forget_trial(self) {
        self.turn.with_untracked(|turn| turn.set(turn.get() + 1));
        if self.tried.get_untracked() != Try::None {
            self.tried.set(Try::None);
        }
    }

    pub(crate) fn walk(self, bench: Bench, step: Step) {
        let Some(now) = self.draft.get_untracked() else { return };
        let mut new = None;
        self.history.update(|history| new = history.step(step, now));
        if new.is_some() {
            self.draft.set(new);
            self.forget_trial();
            bench.say(step.said(), &[]);
            bench.soon();
        }
    }

    pub(crate) fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    pub(crate) fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// Nothing was typed for a while: it is kept, judged and shown.
    pub(crate) fn settled(self, bench: Bench) {
        self.keep(bench);
        let told = self.draft.with_untracked(|draft| draft.as_ref().map(Draft::mistakes).unwrap_or_default());
        if self.told.with_untracked(|old| *old != told) {
            self.told.set(told);
        }
        self.show(bench);
    }

    /// Keeps it in this browser.
    pub(crate) fn keep(self, bench: Bench) {
        if let Some(text) = self.draft.with_untracked(|draft| draft.as_ref().map(Draft::text)) {
            bench.keep_as(KEPT, &text);
        }
    }

    /// On the phone beside the form.
    pub(crate) fn show(self, bench: Bench) {
        let here = bench.room.get_untracked() == Room::Site;
        let Some(draft) = self.draft.get_untracked().filter(|_| here) else { return };
        let look = bench.phone.get_untracked();
        let survey = bench.survey_called(&draft.plain("survey")).unwrap_or_default();
        let shown = if survey.is_empty() { BANKS[0].1.to_owned() } else { survey };
        phone::show(&shown, &look.lang, look.theme, Some(&draft.text()));
    }

    /// The site, and what its folder would lack. `None`: there are mistakes to mend before.
    pub(crate) fn ready(self, bench: Bench) -> Option<(Site, Vec<String>)> {
        let site = self.draft.with(|draft| draft.as_ref()?.site())?;
        let survey = bench.survey_called(&site.survey);
        let missing = folder::missing(&site, survey.as_deref());
        Some((site, missing))
    }

    /// With the procedures of this host, where the site has look-up.
    pub(crate) fn save_folder(self, bench: Bench) {
        let Some(draft) = self.draft.get_untracked() else { return };
        let name = draft.plain("survey");
        let name = if name.is_empty() { "quick".to_owned() } else { name };
        let survey = bench.survey_called(&name);
        let catalogue = draft.at("catalogue").and_then(Value::as_bool).unwrap_or(true);
        wasm_bindgen_futures::spawn_local(async move {
            let (mut said, mut more) = ("site.savedFolder", Vec::new());
            if catalogue {
                let desks: Vec<String> = self.places("vi").iter().map(|(place, _)| place.desk()).collect();
                let told =
                    |at: usize, all: usize| bench.say("site.gathering", &[&at.to_string(), &all.to_string()]);
                match super::catalogue::files(&desks, told).await {
                    Some(files) => more = files,
                    None => said = "site.noCatalogue",
                }
            }
            let survey = survey.as_deref().map(|text| (name.as_str(), text));
            if let Some(bytes) = folder::zip(&draft.text(), survey, &more) {
                files::save("mot-cua-site.zip", "application/zip", &bytes);
                bench.say(said, &[]);
            }
        });
    }

    pub(crate) fn save(self, bench: Bench) {
        if let Some(draft) = self.draft.get_untracked() {
            files::save("site.json", JSON, draft.text().as_bytes());
            bench.say("said.saved", &["site"]);
        }
    }

    /// Sends a marked answer to the backend, once.
    pub(crate) fn try_backend(self, bench: Bench) {
        let site = self.draft.with_untracked(|draft| draft.as_ref()?.site());
        let Some(site) = site.filter(|_| self.tried.get_untracked() != Try::Sending) else { return };
        let survey = bench.survey_called(&site.survey).unwrap_or_default();
        let turn = self.turn.with_untracked(|turn| turn.replace(turn.get() + 1) + 1);
        self.tried.set(Try::Sending);
        wasm_bindgen_futures::spawn_local(async move {
            let said = super::tried::run(site, &survey).await;
            if self.turn.with_untracked(Cell::get) == turn {
                self.tried.set(Try::Done(said));
            }
        });
    }
}
