//! The clerk ticks what is missing; the sheet grows below, with a code to scan.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::Document;
use mot_cua_catalogue::slip;
use mot_cua_catalogue::ward::Date;

use super::sheet::sheet;
use crate::app::App;
use crate::browser::{checked_of, value_of};
use crate::html::{El, View, el, nothing};
use crate::prelude::*;
use crate::screen::full::case::Cases;
use crate::screen::full::desk::lacking;
use crate::screen::full::paper;
use crate::screen::procedure::documents::how_many;
use crate::screen::procedure::official;
use crate::ward;

/// Letters of the clerk's own line.
const MOST: &str = "300";

/// What is ticked on this screen, as case and document; gone with it.
type Missing = RwSignal<Vec<(usize, usize)>>;

pub(super) fn make(app: App, record: &Procedure) -> El {
    let cases = Cases::one_of(record);
    let (missing, line): (Missing, _) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
    let title = el("div")
        .class("mc-group")
        .add(el("h1").attr("tabindex", "-1").live(app.t("slip.make")))
        .add(official("p").text(&record.title))
        .add(el("p").class("mc-hint").live(app.t("slip.makeHint")));
    let shown = cases.clone();
    let rows = move || match shown.now() {
        Some((number, case)) => {
            let all = case.documents.iter().enumerate();
            let rows = all.map(|(at, document)| row(app, document, (number, at), missing));
            el("ul").class("mc-documents mc-lacking").add_all(rows).view()
        }
        None => el("p").live(app.t("procedure.noDocuments")).view(),
    };
    let asked = el("div")
        .class("mc-screen mc-off-paper")
        .add(title)
        .add_some(cases.chooser(app))
        .add(el("section").class("mc-group").add(el("h2").live(app.t("slip.which"))).part(rows))
        .add(own_line(app, line));
    let record = record.clone();
    let made = move || finished(app, &record, &cases, missing, line);
    el("div").class("mc-screen").add(asked).part(made)
}

fn row(app: App, document: &Document, at: (usize, usize), missing: Missing) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .checked(move || missing.with(|missing| missing.contains(&at)))
        .on("change", move |event| {
            missing.update(|missing| {
                missing.retain(|other| *other != at);
                if checked_of(&event) {
                    missing.push(at);
                }
            });
        });
    let words = el("span")
        .add(official("bdi").class("mc-document-name").text(&document.name))
        .add(el("span").class("mc-hit-sub mc-row").live(how_many(app, document)));
    el("li").add(el("label").class("mc-document").add(input).add(words))
}

/// Only for paper and picture: words in a link would let anybody speak in the ward's name.
fn own_line(app: App, line: RwSignal<String>) -> El {
    let field = el("textarea")
        .class("mc-input")
        .attr("id", "mc-slip-line")
        .attr("rows", "2")
        .attr("maxlength", MOST)
        .attr("aria-describedby", "mc-slip-hint")
        .on("input", move |event| line.set(value_of(&event)));
    el("div")
        .class("mc-group")
        .add(el("label").attr("for", "mc-slip-line").live(app.t("slip.line")))
        .add(field)
        .add(el("p").class("mc-hint").attr("id", "mc-slip-hint").live(app.t("slip.lineHint")))
}

/// Nothing before the first tick or word.
fn finished(app: App, record: &Procedure, cases: &Cases, missing: Missing, line: RwSignal<String>) -> View {
    let Some((number, case)) = cases.now() else { return nothing() };
    let mut ticked = missing.get();
    ticked.retain(|(case, _)| *case == number);
    ticked.sort_unstable();
    let words = line.with(|line| line.trim().to_owned());
    if ticked.is_empty() && words.is_empty() {
        return el("p").class("mc-hint").live(app.t("slip.none")).view();
    }
    let today = ward::now().map(|now| now.date);
    let documents = ticked.iter().filter_map(|(_, at)| case.documents.get(*at));
    let rows = el("ul")
        .class("mc-missing")
        .add_all(documents.map(|document| lacking(app, document)))
        .add_some((!words.is_empty()).then(|| el("li").text(&words)));
    let hash = link_hash(&slip::encode(record, &ticked), today);
    let code = hash.and_then(|hash| paper::code(app, &paper::link_to(app, &hash)?, "slip.codeHint"));
    let figure = |code: El| {
        let told = el("figcaption").class("mc-hint").live(app.t("slip.codeHint"));
        el("figure").class("mc-figure").add(code).add(told)
    };
    let sheet = sheet(app, record, today).add(rows).add_some(code.map(figure));
    el("div")
        .class("mc-group")
        .add(sheet)
        .add(el("div").class("mc-off-paper").add(paper::print(app, "desk.print")))
        .view()
}

/// `slip/S1001193K40H/2026-11-22`. `None`: there is no slip to write.
fn link_hash(slip: &str, day: Option<Date>) -> Option<String> {
    let day = day.map(|day| ["/", &day.iso()].concat()).unwrap_or_default();
    (!slip.is_empty()).then(|| ["slip/", slip, &day].concat())
}
