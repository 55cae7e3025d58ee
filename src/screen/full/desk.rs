//! "What am I still missing": for the way to the desk, and to be held out there.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::{Case, Document};

use super::case::Cases;
use super::paper;
use crate::app::{App, Screen};
use crate::html::{El, el, nothing};
use crate::screen::procedure::documents::{Ticks, how_many, list, tick};
use crate::screen::procedure::{group, official, ours, record};
use crate::widget::link_to;

pub(super) fn desk(app: App, code: &str) -> El {
    let code = code.to_owned();
    let back = link_to(app, "desk.back", Screen::Procedure(code.clone()));
    el("section")
        .class("mc-screen")
        .add(el("div").class("mc-off-paper").add(back))
        .with(record(app, code, shown))
}

fn shown(app: App, record: &Procedure) -> El {
    let (cases, ticks) = (Cases::all_of(record), Ticks::of(&record.code));
    let title = el("h1").class("mc-off-paper").attr("tabindex", "-1").live(app.t("desk.title"));
    el("div")
        .class("mc-screen")
        .add(title)
        .add(need(app, record, cases.clone()))
        .add_some(cases.chooser(app))
        .add(to_tick(app, cases.clone(), ticks))
        .add(still_missing(app, cases, ticks))
        .with(ours(app, record))
        .add_some(to_take(app, record))
        .add(further(app, &record.code))
}

/// To be read by the clerk at arm's length: in Vietnamese whatever the language of the page.
fn need(app: App, record: &Procedure, cases: Cases) -> El {
    let name = record.names.get("vi").unwrap_or(&record.title);
    let title = (*name != record.title).then(|| official("p").class("mc-need-title").text(&record.title));
    let case = move || match cases.name() {
        name if name.is_empty() => nothing(),
        name => official("p").class("mc-need-case").text(&name).view(),
    };
    el("section")
        .class("mc-need")
        .live_attr("aria-label", move || Some(app.word("desk.need")))
        .add(el("p").attr("aria-hidden", "true").live(app.t("desk.need")))
        .add(official("p").class("mc-need-name").text(name))
        .add_some(title)
        .part(case)
        .add(el("p").class("mc-need-code").live(app.t("desk.code")).text(" ").add(el("b").text(&record.code)))
}

fn to_tick(app: App, cases: Cases, ticks: Ticks) -> El {
    let rows = move || {
        let wanted: Vec<_> = cases.wanted().collect();
        if wanted.is_empty() {
            return el("p").live(app.t("procedure.noDocuments")).view();
        }
        let several = wanted.len() > 1;
        let hint = el("p").class("mc-hint").live(app.t("procedure.documentsHint"));
        let one = |(number, case): (usize, &Case)| {
            let name = case.name.as_ref().filter(|_| several).map(|name| official("h3").text(name));
            el("div").class("mc-group").add_some(name).add(list(app, &case.documents, number, ticks))
        };
        el("div").class("mc-group").add(hint).add_all(wanted.into_iter().map(one)).view()
    };
    group(app, "procedure.documents").class("mc-group mc-off-paper").part(rows)
}

fn still_missing(app: App, cases: Cases, ticks: Ticks) -> El {
    let counted = cases.clone();
    let count = move || match (counted.wanted().count(), missing(&counted, ticks).len()) {
        (0, _) => String::new(),
        (_, 0) => app.word("desk.complete"),
        (_, left) => app.word_with("desk.missing", &left.to_string()),
    };
    let rows = move || {
        let rows = missing(&cases, ticks).into_iter().map(|document| lacking(app, document));
        el("ul").class("mc-missing").add_all(rows).view()
    };
    let told = el("h2").class("mc-missing-count").live(count);
    el("section").class("mc-group").add(el("div").attr("role", "status").add(told)).part(rows)
}

/// One document that is not there yet, with a box to tick on paper.
pub(super) fn lacking(app: App, document: &Document) -> El {
    let name = official("bdi").class("mc-document-name").text(&document.name);
    el("li").add(name).add(el("span").class("mc-hit-sub mc-row").live(how_many(app, document)))
}

fn missing(cases: &Cases, ticks: Ticks) -> Vec<&Document> {
    let mut missing = Vec::new();
    for (number, case) in cases.wanted() {
        let all = case.documents.iter().enumerate();
        missing.extend(all.filter(|(at, _)| !ticks.has(&tick(number, *at))).map(|(_, document)| document));
    }
    missing
}

/// The code of this procedure, to be scanned from this screen or from paper.
fn to_take(app: App, record: &Procedure) -> Option<El> {
    let (printed, sent) = paper::links(app, &record.code)?;
    let name = record.names.get("vi").unwrap_or(&record.title).clone();
    let figure = el("figure")
        .class("mc-figure")
        .add_some(paper::code(app, &printed, "desk.codeHint"))
        .add(el("figcaption").class("mc-hint").live(app.t("desk.codeHint")));
    let buttons = el("div")
        .class("mc-group mc-off-paper")
        .add(paper::send(app, name, sent))
        .add(paper::print(app, "desk.print"));
    let heading = el("h2").class("mc-off-paper").live(app.t("desk.take"));
    Some(el("section").class("mc-group").add(heading).add(figure).add(buttons))
}

fn further(app: App, code: &str) -> El {
    let slip = ["slip/new/", code].concat();
    el("div")
        .class("mc-acts mc-off-paper")
        .add(el("div").add(link_to(app, "procedure.ward", Screen::Elsewhere("ward".to_owned()))))
        .add(el("div").add(link_to(app, "desk.slip", Screen::Elsewhere(slip))))
}
