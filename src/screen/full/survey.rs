//! One part of a survey of any kind: what is asked, what is wrong, how far it is, on and back.

use mot_cua_survey::session::{PREVIEW, Session};

use super::preview;
use crate::app::{App, Screen};
use crate::browser::focus;
use crate::html::{El, View, el, nothing, part};
use crate::question;
use crate::rating;
use crate::widget::{button, keeping_line, link};

/// `step`: 0 after the faces, else a place of the survey.
pub(crate) fn survey(app: App, step: usize) -> El {
    let Some(first) = app.run.first_place() else { return el("section") };
    if app.run.asks_first() && app.answer.with_untracked(Option::is_none) {
        return missing(app);
    }
    app.run.stand_at(if step == 0 { first } else { step });
    let here = app.run.with(Session::place);
    let body: Vec<View> = if here == PREVIEW {
        vec![preview::preview(app).view()]
    } else {
        app.run.with(Session::here).into_iter().map(|at| question::view(app, at)).collect()
    };
    let back = (here != first)
        .then(|| link(app, "more.back", move || app.run.go_back(app)).attr("data-act", "back"));
    let next = el("button")
        .attr("type", "button")
        .class("mc-button mc-wide")
        .attr("data-act", "done")
        .click(move || app.run.go_on(app))
        .live(move || on_words(app, here));
    el("section")
        .class("mc-screen mc-more-screen")
        .add(head(app, here, here == first))
        .with(summary(app))
        .with_all(body)
        .add_some(app.answer.with_untracked(Option::is_none).then(|| keeping_line(app)))
        .add(next)
        .add_some(back)
}

/// "Next", "look over", "send": what the designer wrote, or the pack.
fn on_words(app: App, here: usize) -> String {
    let (own, key) = match () {
        () if app.run.is_last() => ("completeText", "more.done"),
        () if app.run.ends_in_preview() => ("previewText", "full.toPreview"),
        () => ("pageNextText", "more.next"),
    };
    let own = (here != PREVIEW).then(|| app.run.live(|session| session.survey_words(own))).flatten();
    own.unwrap_or_else(|| app.word(key))
}

#[allow(clippy::fn_params_excessive_bools, reason = "a fact of the place")]
fn head(app: App, here: usize, is_first: bool) -> El {
    let title = move || {
        if here == PREVIEW {
            return app.word("full.preview");
        }
        let page = app.run.live(|session| session.page().and_then(|page| session.words(page, "title")));
        let first = || {
            if app.run.asks_first() && is_first {
                return app.word("more.thanks");
            }
            app.run.live(|session| session.survey_words("title")).unwrap_or_else(|| app.word("nav.rate"))
        };
        page.unwrap_or_else(first)
    };
    let again =
        || el("div").add(link(app, "more.wrong", move || app.go(Screen::Rate)).attr("data-act", "again"));
    let lead = move || {
        if here == PREVIEW {
            return app.word("full.previewLead");
        }
        app.run
            .live(|session| session.page().and_then(|page| session.words(page, "description")))
            .unwrap_or_default()
    };
    el("div")
        .class("mc-group")
        .add(el("h1").attr("tabindex", "-1").live(title))
        .add_some((here != PREVIEW).then(|| progress(app)))
        // With the first answer it appears below, lest it push down what is being answered.
        .add_some(app.answer.with_untracked(Option::is_some).then(|| keeping_line(app)))
        .add_some((is_first && app.run.asks_first()).then(again))
        .with(question::line("mc-lead", lead))
}

/// Which part of those that can still be reached.
fn progress(app: App) -> El {
    el("div").class("mc-progress").part(move || {
        let (here, all) = app.run.part();
        if all < 2 {
            return nothing();
        }
        let words = app.word_with("full.part", &here.to_string()).replace("{1}", &all.to_string());
        let bar = el("progress")
            .attr("max", &all.to_string())
            .attr("value", &here.to_string())
            .attr("aria-label", &words);
        el("div").class("mc-group").add(el("p").class("mc-hint").text(&words)).add(bar).view()
    })
}

/// What is wrong, each a way to its question.
fn summary(app: App) -> View {
    part(move || {
        let faults = app.run.faults().get();
        if faults.is_empty() {
            return nothing();
        }
        let row = |(at, _): &(usize, _)| {
            let asked = question::Asked::new(app, *at);
            let id = asked.id();
            let go = move || focus::on_field(&id);
            let act =
                el("button").attr("type", "button").class("mc-link").click(go).live(move || asked.title());
            el("li").add(act)
        };
        let mut ids = Vec::new();
        let rows: Vec<El> = faults
            .iter()
            .filter(|(at, _)| {
                let new = !ids.contains(at);
                ids.push(*at);
                new
            })
            .map(row)
            .collect();
        el("div")
            .class("mc-notice")
            .attr("id", "mc-faults")
            .attr("role", "alert")
            .attr("tabindex", "-1")
            .add(el("p").live(app.t("more.faults")))
            .add(el("ul").class("mc-faults").add_all(rows))
            .view()
    })
}

/// Somebody opened this address without having tapped a face.
fn missing(app: App) -> El {
    el("section")
        .class("mc-screen")
        .add(el("h1").attr("tabindex", "-1").live(app.t("more.missing")))
        .add(button(app, "nav.rate", move || app.go(Screen::Rate)))
}

/// Where no faces begin it: what it is about, and a button.
pub(crate) fn start(app: App) -> El {
    let title =
        move || app.run.live(|session| session.survey_words("title")).unwrap_or_else(|| app.word("nav.rate"));
    let lead = move || app.run.live(|session| session.survey_words("description")).unwrap_or_default();
    let go = move || match app.run.first_place() {
        Some(place) => app.go(Screen::More(place)),
        None => rating::complete_with(app, app.run.with(|session| session.data().clone())),
    };
    let words = move || {
        let key = if app.answer.with(Option::is_some) { "rate.next" } else { "full.start" };
        app.run.live(|session| session.survey_words("startSurveyText")).unwrap_or_else(|| app.word(key))
    };
    let welcome = app.run.with(Session::welcome);
    el("section")
        .class("mc-screen mc-start-screen")
        .add(el("h1").attr("tabindex", "-1").live(title))
        .with(question::line("mc-lead", lead))
        .with_all(welcome.into_iter().map(|at| question::view(app, at)))
        .add(keeping_line(app))
        .add(
            el("button")
                .attr("type", "button")
                .class("mc-button mc-wide")
                .attr("data-act", "start")
                .click(go)
                .live(words),
        )
}

/// What the designer says at the end, if anything.
pub(crate) fn ending(app: App) -> Option<El> {
    let words = app.run.with(Session::ending)?;
    Some(el("div").class("mc-ending").add(question::rich(&words)))
}
