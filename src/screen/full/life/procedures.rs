//! What to file for a life event, in which order; what is done together with something else is named there.

use mot_cua_catalogue::events::{Checklist, Wanted};

use crate::app::{App, Screen};
use crate::html::{El, el};
use crate::look::Load;

pub(super) fn procedures(app: App, list: &Checklist) -> El {
    let rows = (1..).zip(&list.procedures).map(|(number, wanted)| row(app, number, wanted));
    let unknown = (!list.unknown.is_empty())
        .then(|| el("p").class("mc-notice").text(&app.word_with("life.unknown", &list.unknown.join(", "))));
    el("div")
        .class("mc-group")
        .add(el("h2").text(&app.word("life.procedures")))
        .add(el("ol").class("mc-hits").attr("role", "list").add_all(rows))
        .add_some(unknown)
}

fn row(app: App, number: usize, wanted: &Wanted) -> El {
    let code = wanted.procedure.code.clone();
    let row = el("button")
        .attr("type", "button")
        .class("mc-hit")
        .click(move || app.go(Screen::Procedure(code.clone())))
        .add(el("small").class("mc-hit-sub").text(&number_of(app, number)))
        .add(official("mc-hit-title", &wanted.procedure.title));
    el("li").class("mc-group").add(row).add_some(together(app, wanted.covers))
}

fn together(app: App, covers: &[String]) -> Option<El> {
    let titles = covers.iter().map(|code| match app.look.index.get() {
        Load::Here(index) => index.find(code).map_or_else(|| code.clone(), |item| item.title.to_owned()),
        _ => code.clone(),
    });
    let rows: Vec<El> = titles.map(|title| el("li").add(official("", &title))).collect();
    (!rows.is_empty()).then(|| {
        el("div")
            .class("mc-together")
            .add(el("p").text(&app.word("life.together")))
            .add(el("ul").add_all(rows))
    })
}

/// "Việc 1": so that a paper can say what it is for.
pub(super) fn number_of(app: App, number: usize) -> String {
    app.word_with("life.number", &number.to_string())
}

/// Official words are Vietnamese whatever the language of the page.
pub(super) fn official(class: &'static str, words: &str) -> El {
    el("bdi").class(class).attr("lang", "vi").text(words)
}
