//! Look-up: type as you would say it; or go by what happens in a life, by what was opened before, by field of work.

mod answer;
mod fields;
#[cfg(feature = "more")]
mod filter;
mod kept;
mod row;

use std::sync::Arc;

use mot_cua_catalogue::Index;

use crate::app::{App, Screen};
use crate::browser::value_of;
use crate::html::{El, el};
use crate::look::Load;
use crate::prelude::*;
use crate::widget::{Waiting, link, reminder, waiting};

pub(crate) fn look(app: App) -> El {
    app.look.want_index();
    // Stands from the first: a live region that comes with its words is not read out.
    let told = RwSignal::new(String::new());
    let body = move || match app.look.index.get() {
        Load::Here(index) => found(app, &index, told).view(),
        Load::Idle | Load::Coming => waiting(app, Waiting::Coming, || {}).view(),
        Load::NotThere => waiting(app, Waiting::NotThere, || {}).view(),
        Load::Failed => waiting(app, Waiting::Failed, move || app.look.want_index()).view(),
    };
    let field = el("input")
        .class("mc-input")
        .attr("id", "mc-query")
        .attr("type", "search")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("maxlength", "200")
        .value(move || app.look.query.get())
        .on("input", move |event| app.look.query.set(value_of(&event)));
    let search = el("div")
        .class("mc-search")
        .add(el("h1").attr("tabindex", "-1").live(app.t("look.title")))
        .add(el("label").class("mc-hint").attr("for", "mc-query").live(app.t("look.hint")))
        .add(field);
    #[cfg(feature = "more")]
    let search = search.part(move || match app.look.index.get() {
        Load::Here(index) => filter::filter(app, &index).view(),
        _ => crate::html::nothing(),
    });
    let search = search.add(el("p").class("mc-told").attr("role", "status").live(move || told.get()));
    el("section").class("mc-screen").add(search).part(body).with(reminder(app))
}

fn found(app: App, index: &Arc<Index>, told: RwSignal<String>) -> El {
    let query = app.look.query.get();
    if !query.trim().is_empty() {
        return answer::answer(app, index, &query, told);
    }
    told.set(String::new());
    if let Some(field) = app.look.field.get() {
        return fields::of_field(app, index, field);
    }
    // In a host page the address, and with it the way to the full page, is the host's.
    let life = || link(app, "look.life", move || app.go(Screen::Elsewhere("life".to_owned())));
    el("div")
        .class("mc-screen")
        .add_some(app.is_page().then(life))
        .add_some(kept::kept(app, index))
        .add(fields::fields(app, index))
}
