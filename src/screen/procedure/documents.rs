//! What to bring, case by case, as a list to tick off. The ticks stay on this phone.

use crate::prelude::*;
use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::Document;

use crate::app::App;
use crate::browser::prefs;
use crate::html::{El, el};

/// Ticked documents as `case.document`, both counted from 0, each behind a blank.
#[derive(Clone)]
struct Ticks {
    name: String,
    ticked: RwSignal<String>,
}

impl Ticks {
    fn of(record: &Procedure) -> Self {
        let name = ["ticks.", &record.code].concat();
        let ticked = RwSignal::new(prefs::get(&name).unwrap_or_default());
        Self { name, ticked }
    }

    fn has(&self, tick: &str) -> bool {
        self.ticked.with(|ticked| ticked.split(' ').any(|one| one == tick))
    }

    fn toggle(&self, tick: &str) {
        let mut left: Vec<String> = Vec::new();
        let had = self.has(tick);
        for one in self.ticked.get_untracked().split(' ') {
            if !one.is_empty() && one != tick {
                left.push(one.to_owned());
            }
        }
        if !had {
            left.push(tick.to_owned());
        }
        let all = left.join(" ");
        prefs::set(&self.name, &all);
        self.ticked.set(all);
    }
}

pub(crate) fn documents(app: App, record: &Procedure) -> El {
    let group = el("div").class("mc-group").add(el("h2").live(app.t("procedure.documents")));
    if record.cases.iter().all(|case| case.documents.is_empty()) {
        return group.add(el("p").live(app.t("procedure.noDocuments")));
    }
    let ticks = Ticks::of(record);
    let cases = record.cases.iter().enumerate().map(|(at, case)| {
        let rows = case.documents.iter().enumerate().map(|(nth, document)| {
            row(app, document, ticks.clone(), [at.to_string(), nth.to_string()].join("."))
        });
        el("div")
            .class("mc-group")
            .add_some(case.name.as_deref().map(|name| el("h3").attr("lang", "vi").text(name)))
            .add(el("ul").class("mc-documents").add_all(rows))
    });
    group.add(el("p").class("mc-hint").live(app.t("procedure.documentsHint"))).add_all(cases)
}

fn row(app: App, document: &Document, ticks: Ticks, tick: String) -> El {
    let (originals, copies, form) = (document.originals, document.copies, document.form);
    let sub = move || {
        let mut parts = Vec::new();
        if originals > 0 {
            parts.push(app.word_with("document.originals", &originals.to_string()));
        }
        if copies > 0 {
            parts.push(app.word_with("document.copies", &copies.to_string()));
        }
        if form {
            parts.push(app.word("document.form"));
        }
        parts.join(", ")
    };
    let (marks, marked) = (ticks.clone(), tick.clone());
    let input = el("input")
        .attr("type", "checkbox")
        .checked(move || marks.has(&marked))
        .on("change", move |_| ticks.toggle(&tick));
    let words = el("span")
        .add(el("bdi").class("mc-document-name").attr("lang", "vi").text(document.name.as_str()))
        .add(el("span").class("mc-hit-sub mc-row").live(sub));
    el("li").add(el("label").class("mc-document").add(input).add(words))
}
