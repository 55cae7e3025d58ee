//! By field of work.

use std::sync::Arc;

use mot_cua_catalogue::{Highlight, Index};

use super::row::{hit, hits, official, rows};
use crate::app::App;
use crate::html::{El, el};
use crate::widget::link;

pub(super) fn fields(app: App, index: &Index) -> El {
    let rows = index.fields().enumerate().map(|(at, (name, count))| {
        let sub = el("span").class("mc-hit-sub").text(&app.word_with("look.inField", &count.to_string()));
        let row = hit(move || {
            app.look.query.set(String::new());
            app.look.field.set(Some(at));
        });
        el("li").add(row.add(official("bdi", "mc-hit-title").text(name)).add(sub))
    });
    el("div").class("mc-group").add(el("h2").live(app.t("look.fields"))).add(hits().add_all(rows))
}

pub(super) fn of_field(app: App, index: &Arc<Index>, field: usize) -> El {
    let name = index.fields().nth(field).map_or("", |(name, _)| name);
    el("div")
        .class("mc-group")
        .add(link(app, "look.allFields", move || app.look.field.set(None)))
        .add(official("h2", "").text(name))
        .with(rows(app, Arc::clone(index), index.in_field(field).collect(), Highlight::default()))
}
