//! Life events: "a small child", "someone died"; each leads to one checklist over its procedures.

mod list;
mod procedures;

use std::sync::Arc;

use mot_cua_catalogue::events::{Event, Events};

use crate::app::{App, Screen};
use crate::browser::focus;
use crate::html::{El, View, el, nothing};
use crate::look::Load;
use crate::widget::{Waiting, link, waiting};

/// `#life`: the events; `#life/child`: that one.
pub(super) fn life(app: App, id: &str) -> El {
    app.look.want_events();
    let id = id.to_owned();
    let (key, to) = match id.as_str() {
        "" => ("procedure.back", Screen::Look),
        _ => ("life.back", Screen::Elsewhere("life".to_owned())),
    };
    let again = move || app.look.want_events();
    let body = move || match app.look.life.events.get() {
        Load::Here(all) => {
            focus::arrived();
            match all.events.iter().find(|event| event.id == id) {
                Some(event) => one(app, event),
                None if id.is_empty() && !all.events.is_empty() => choose(app, &all).view(),
                None => waiting(app, Waiting::NotThere, || {}).view(),
            }
        }
        other => still(app, &other, again),
    };
    el("section").class("mc-screen mc-life").add(link(app, key, move || app.back(to.clone()))).part(body)
}

/// What is not here.
fn still<T>(app: App, load: &Load<T>, again: impl Fn() + 'static) -> View {
    let state = match load {
        Load::Idle | Load::Coming => Waiting::Coming,
        Load::NotThere => Waiting::NotThere,
        Load::Failed => Waiting::Failed,
        Load::Here(_) => return nothing(),
    };
    waiting(app, state, again).view()
}

fn choose(app: App, all: &Arc<Events>) -> El {
    let rows = all.events.iter().map(|event| {
        let to = ["life/", &event.id].concat();
        let count = event.steps.len().to_string();
        let row = el("button")
            .attr("type", "button")
            .class("mc-hit")
            .click(move || app.go(Screen::Elsewhere(to.clone())))
            .add(el("b").class("mc-hit-title").text(&name(app, event)))
            .add(el("small").class("mc-hit-sub").text(&app.word_with("look.inField", &count)));
        el("li").add(row)
    });
    el("div")
        .class("mc-group")
        .add(el("h1").attr("tabindex", "-1").text(&app.word("life.title")))
        .add(el("p").class("mc-hint").text(&app.word("life.hint")))
        .add(el("ul").class("mc-hits").add_all(rows))
}

fn one(app: App, event: &Event) -> View {
    app.look.want_records(event);
    let wanted = event.clone();
    let body = move || match app.look.life.records.get() {
        Load::Here(records) => list::list(app, &wanted, &records).view(),
        other => {
            let wanted = wanted.clone();
            still(app, &other, move || app.look.want_records(&wanted))
        }
    };
    el("div")
        .class("mc-screen")
        .add(el("h1").attr("tabindex", "-1").text(&name(app, event)))
        .part(body)
        .view()
}

/// In the language of now, else in Vietnamese. Call it in a reactive closure.
fn name(app: App, event: &Event) -> String {
    let name = app.lang.with(|lang| event.name.get(lang).or(event.name.get("vi")).cloned());
    name.unwrap_or_else(|| event.id.clone())
}
