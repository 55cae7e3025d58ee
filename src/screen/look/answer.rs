//! What a query gives: hits, a question back, another office, or the nearest.

use std::sync::Arc;

#[cfg(not(feature = "more"))]
use mot_cua_catalogue::Filter;
use mot_cua_catalogue::{Certainty, Index};

use super::fields::fields;
use super::row::rows;
use crate::app::App;
#[cfg(not(feature = "more"))]
use crate::app::Screen;
use crate::html::{El, el};
use crate::prelude::*;
#[cfg(not(feature = "more"))]
use crate::widget::link_to;

/// Enough for a phone's screen and a half; who needs more types a word more.
const MOST: usize = 20;

/// `told` is read out by a screen reader.
pub(super) fn answer(app: App, index: &Arc<Index>, query: &str, told: RwSignal<String>) -> El {
    #[cfg(feature = "more")]
    let filter = app.look.filter.get();
    #[cfg(not(feature = "more"))]
    let filter = Filter::default();
    let answer = index.answer(query, filter, MOST);
    let count = answer.hits.len();
    let is_found = answer.certainty == Certainty::Found;
    let mut words = String::new();
    if let Some(names) = answer.office {
        let name = app.lang.with(|lang| names.get(lang).map_or(&names["vi"], |name| name).to_owned());
        words = app.word_with("look.office", &name);
        words.push(' ');
    }
    let key = if count == 0 {
        "look.none"
    } else if !is_found || answer.office.is_some() {
        "look.nearest"
    } else if answer.ask.is_empty() {
        "look.count"
    } else {
        "look.ask"
    };
    words.push_str(&app.word_with(key, &count.to_string()));
    told.set(words);
    let group = el("div").class("mc-group");
    // The other page has the filters; in a host page there is no way to it.
    #[cfg(not(feature = "more"))]
    let group = group.add_some(
        app.is_page().then(|| link_to(app, "look.filter", Screen::Elsewhere(["filter/", query].concat()))),
    );
    if answer.ask.is_empty() {
        let hits: Vec<usize> = answer.hits.iter().map(|hit| hit.item).collect();
        return group
            .with(rows(app, Arc::clone(index), hits, answer.meant))
            .add_some((!is_found).then(|| help(app, index)));
    }
    // A choice; who misses something here types a word more.
    group.class("mc-choices").with(rows(app, Arc::clone(index), answer.ask, answer.meant))
}

/// Ask the ward, or go by field.
fn help(app: App, index: &Index) -> El {
    let unit = app.place.with_untracked(|place| place.unit.clone());
    let phone = app.config.with_value(|config| config.unit(&unit).and_then(|unit| unit.phone.clone()));
    let call = phone.map(|phone| {
        el("a")
            .class("mc-link")
            .attr("href", &["tel:", &phone.replace(' ', "")].concat())
            .live(app.t("look.call"))
            .text(&[" ", &phone].concat())
    });
    el("div")
        .class("mc-group")
        .add(el("p").live(app.t("look.noneHelp")))
        .add_some(call)
        .add(fields(app, index))
}
