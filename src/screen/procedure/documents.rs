//! What to bring, case by case, as a list to tick off. The ticks stay on this phone.

use crate::prelude::*;
use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::Document;

use super::{group, out};
use crate::app::App;
use crate::browser::prefs;
use crate::html::{El, el};

/// Ticked documents as `case.document`, both counted from 0, each between two blanks; and where they are kept.
#[derive(Clone, Copy)]
pub(crate) struct Ticks(RwSignal<(String, String)>);

impl Ticks {
    /// The ticks of a procedure's code, or of whatever else is ticked.
    pub(crate) fn of(what: &str) -> Self {
        let name = ["ticks.", what].concat();
        let ticked = [" ", &prefs::get(&name).unwrap_or_default(), " "].concat();
        Self(RwSignal::new((name, ticked)))
    }

    pub(crate) fn has(self, tick: &str) -> bool {
        self.0.with(|(_, ticked)| ticked.split(' ').any(|one| one == tick))
    }

    pub(crate) fn toggle(self, tick: &str) {
        let had = self.has(tick);
        self.0.update(|(name, ticked)| {
            if had {
                *ticked = ticked.replace(&[" ", tick, " "].concat(), " ");
            } else {
                ticked.push_str(tick);
                ticked.push(' ');
            }
            prefs::set(name, ticked.trim());
        });
    }
}

/// More copies than this are another number that the source put in the wrong place, such as a year.
const MANY: u32 = 20;

/// How a tick is spelt.
pub(crate) fn tick(case: usize, document: usize) -> String {
    [case.to_string(), document.to_string()].join(".")
}

pub(crate) fn documents(app: App, record: &Procedure) -> El {
    let group = group(app, "procedure.documents");
    if record.cases.iter().all(|case| case.documents.is_empty()) {
        return group.add(el("p").live(app.t("procedure.noDocuments")));
    }
    let ticks = Ticks::of(&record.code);
    let cases = record.cases.iter().enumerate().map(|(at, case)| {
        el("div")
            .class("mc-group")
            .add_some(case.name.as_deref().map(|name| el("h3").attr("lang", "vi").text(name)))
            .add(list(app, &case.documents, at, ticks))
    });
    group.add(el("p").class("mc-hint").live(app.t("procedure.documentsHint"))).add_all(cases)
}

/// The documents of the case with that number.
pub(crate) fn list(app: App, documents: &[Document], case: usize, ticks: Ticks) -> El {
    let rows = documents.iter().enumerate().map(|(at, document)| row(app, document, ticks, tick(case, at)));
    el("ul").class("mc-documents").add_all(rows)
}

/// One document to tick, and its form where the record says where it is.
pub(crate) fn row(app: App, document: &Document, ticks: Ticks, tick: String) -> El {
    let marked = tick.clone();
    let input = el("input")
        .attr("type", "checkbox")
        .checked(move || ticks.has(&marked))
        .on("change", move |_| ticks.toggle(&tick));
    let words = el("span")
        .add(el("bdi").class("mc-document-name").attr("lang", "vi").text(document.name.as_str()))
        .add(el("span").class("mc-hit-sub mc-row").live(how_many(app, document)));
    let form = out(document.form_url.as_deref()).map(|link| link.live(app.t("document.form")));
    el("li").add(el("label").class("mc-document").add(input).add(words)).add_some(form)
}

/// Originals, copies, and whether there is a form.
pub(crate) fn how_many(app: App, document: &Document) -> impl Fn() -> String + use<> {
    let (originals, copies, form) = (document.originals, document.copies, document.form);
    move || {
        let mut parts = Vec::new();
        for (count, key) in [(originals, "document.originals"), (copies, "document.copies")] {
            match count {
                0 => {}
                1..=MANY => parts.push(app.word_with(key, &count.to_string())),
                _ => parts.push(app.word("way.uncertain")),
            }
        }
        if form {
            parts.push(app.word("document.form"));
        }
        parts.join(" · ")
    }
}
