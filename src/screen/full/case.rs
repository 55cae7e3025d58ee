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
    chosen: RwSignal<usize>,
    kept: Rc<str>,
}

impl Cases {
    /// The choice is kept on this phone.
    pub(super) fn of(record: &Procedure) -> Self {
        let all: Vec<_> =
            record.cases.iter().cloned().enumerate().filter(|(_, case)| !case.documents.is_empty()).collect();
        let kept = ["case.", &record.code].concat();
        let last = prefs::get(&kept).and_then(|at| at.parse().ok()).filter(|at| *at < all.len());
        Self { all: Rc::new(all), chosen: RwSignal::new(last.unwrap_or(0)), kept: kept.into() }
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
        let rows = self.all.iter().enumerate().map(|(at, (_, case))| {
            let (chosen, kept) = (self.chosen, self.kept.clone());
            let input =
                el("input").attr("type", "radio").attr("name", "mc-case").checked(move || chosen.get() == at);
            let pick = move || {
                prefs::set(&kept, &at.to_string());
                chosen.set(at);
            };
            let words = match &case.name {
                Some(name) => el("bdi").attr("lang", "vi").text(name),
                None => el("bdi").live(move || app.word_with("desk.caseNumber", &(at + 1).to_string())),
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
