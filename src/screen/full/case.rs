//! Which case of a procedure is this citizen's.

use std::rc::Rc;

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::Case;

use crate::app::App;
use crate::browser::prefs;
use crate::html::{El, el};
use crate::prelude::*;

/// A record's cases with documents, each with its number in the record, and the one that was chosen.
#[derive(Clone)]
pub(super) struct Cases {
    all: Rc<Vec<(usize, Case)>>,
    /// A place in `all`, or [`EVERY`].
    chosen: RwSignal<usize>,
    kept: Rc<str>,
    every: Every,
}

/// No place of a case: all of them are looked at together.
const EVERY: usize = usize::MAX;

/// Whether all cases together may be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Every {
    Offered,
    No,
}

impl Cases {
    /// One of them: for a clerk, who knows which. The choice is kept on this phone.
    pub(super) fn one_of(record: &Procedure) -> Self {
        Self::new(record, Every::No)
    }

    /// All together, or one: many records call "to hand in" and "to show" cases, and both are needed.
    pub(super) fn all_of(record: &Procedure) -> Self {
        Self::new(record, Every::Offered)
    }

    fn new(record: &Procedure, every: Every) -> Self {
        let all: Vec<_> =
            record.cases.iter().cloned().enumerate().filter(|(_, case)| !case.documents.is_empty()).collect();
        let kept = ["case.", &record.code].concat();
        let known = |at: &usize| *at < all.len() || every == Every::Offered && *at == EVERY;
        let last = prefs::get(&kept).and_then(|at| at.parse().ok()).filter(known);
        let together = every == Every::Offered && all.iter().any(|(_, case)| case.is_for_everybody());
        let first = if together { EVERY } else { 0 };
        Self { all: Rc::new(all), chosen: RwSignal::new(last.unwrap_or(first)), kept: kept.into(), every }
    }

    /// Those whose papers are wanted. Call it in a reactive closure.
    pub(super) fn wanted(&self) -> impl Iterator<Item = (usize, &Case)> {
        let chosen = self.chosen.get();
        let wanted = self.all.iter().enumerate().filter(move |(at, _)| chosen == EVERY || *at == chosen);
        wanted.map(|(_, (number, case))| (*number, case))
    }

    /// `None`: the record names no document. Call it in a reactive closure.
    pub(super) fn now(&self) -> Option<(usize, &Case)> {
        self.all.get(self.chosen.get()).map(|(number, case)| (*number, case))
    }

    /// Its official name; empty where there is only one, or it has none. Call it in a reactive closure.
    pub(super) fn name(&self) -> String {
        self.now().and_then(|(_, case)| case.name.clone()).unwrap_or_default()
    }

    /// The choice among several.
    pub(super) fn chooser(&self, app: App) -> Option<El> {
        if self.all.len() < 2 {
            return None;
        }
        let every = (self.every == Every::Offered).then_some((EVERY, None));
        let cases = self.all.iter().enumerate().map(|(at, (_, case))| (at, Some(case)));
        let rows = every.into_iter().chain(cases).map(|(at, case)| {
            let (chosen, kept) = (self.chosen, self.kept.clone());
            let input =
                el("input").attr("type", "radio").attr("name", "mc-case").checked(move || chosen.get() == at);
            let pick = move || {
                prefs::set(&kept, &at.to_string());
                chosen.set(at);
            };
            let words = match case.map(|case| &case.name) {
                None => el("bdi").live(app.t("desk.everyCase")),
                Some(Some(name)) => el("bdi").attr("lang", "vi").text(name),
                Some(None) => el("bdi").live(move || app.word_with("desk.caseNumber", &(at + 1).to_string())),
            };
            el("label").class("mc-chip").add(input.on("change", move |_| pick())).add(words)
        });
        let legend = el("legend").add(el("h2").live(app.t("desk.case")));
        Some(
            el("fieldset")
                .class("mc-group mc-off-paper")
                .add(legend)
                .add(el("div").class("mc-rows").add_all(rows)),
        )
    }
}
