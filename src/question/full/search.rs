//! A box to type in above a long list.

use mot_cua_catalogue::fold::fold;
use mot_cua_survey::session::Offer;

use super::Asked;
use crate::browser::{focus, value_of};
use crate::html::{El, View, el};
use crate::prelude::*;

/// From here on there is a box.
pub(crate) const LONG: usize = 12;

/// As many are shown at first.
const MOST: usize = 7;

/// What is typed, and whether the whole list was asked for.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    query: RwSignal<String>,
    most: RwSignal<usize>,
}

impl Search {
    pub(crate) fn new() -> Self {
        Self { query: RwSignal::new(String::new()), most: RwSignal::new(MOST) }
    }
}

/// The box.
pub(crate) fn field(asked: Asked, search: Search) -> El {
    let query = search.query;
    let id = asked.part("search");
    let input = el("input")
        .class("mc-input")
        .attr("type", "search")
        .attr("id", &id)
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .value(move || query.get())
        .on("input", move |event| query.set(value_of(&event)));
    el("div")
        .class("mc-group")
        .add(el("label").class("mc-hint").attr("for", &id).live(asked.app.t("full.search")))
        .add(input)
}

/// What fits what is typed, and how many more there are. Diacritics do not matter.
pub(crate) fn fitting(asked: Asked, offers: &[Offer], search: Search) -> (Vec<Offer>, usize) {
    let wanted = search.query.with(|query| fold(query));
    let most = search.most.get();
    let fits = |offer: &&Offer| wanted.is_empty() || fold(&asked.words_of_offer(offer)).contains(&wanted);
    let mut found: Vec<Offer> = offers.iter().filter(fits).cloned().collect();
    let more = found.len().saturating_sub(most);
    found.truncate(most);
    (found, more)
}

/// That nothing fits; or the way to those that are not shown.
pub(crate) fn told(asked: Asked, search: Search, found: usize, more: usize) -> View {
    if more == 0 {
        let words = if found == 0 { asked.app.word("full.searchNone") } else { String::new() };
        return el("p").class("mc-hint").attr("role", "status").text(&words).view();
    }
    let id = asked.part("search");
    let all = move || {
        search.most.set(usize::MAX);
        focus::on_id(&id);
    };
    el("button")
        .attr("type", "button")
        .class("mc-link")
        .click(all)
        .text(&asked.app.word_with("full.more", &more.to_string()))
        .view()
}
