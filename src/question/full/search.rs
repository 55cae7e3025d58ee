//! A box to type in above a long list.

use mot_cua_catalogue::fold::fold;
use mot_cua_survey::session::Offer;

use super::Asked;
use crate::browser::value_of;
use crate::html::{El, el};
use crate::prelude::*;

/// From here on there is a box.
pub(crate) const LONG: usize = 12;

/// As many are shown; who needs another types a letter more.
const MOST: usize = 12;

/// The box; `query` is what is typed.
pub(crate) fn field(asked: Asked, query: RwSignal<String>) -> El {
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
pub(crate) fn fitting(asked: Asked, offers: &[Offer], query: &str) -> (Vec<Offer>, usize) {
    let wanted = fold(query);
    let fits = |offer: &&Offer| wanted.is_empty() || fold(&asked.words_of_offer(offer)).contains(&wanted);
    let mut found: Vec<Offer> = offers.iter().filter(fits).cloned().collect();
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    (found, more)
}

/// How many are not shown; or that nothing fits.
pub(crate) fn told(asked: Asked, found: usize, more: usize) -> El {
    let words = match (found, more) {
        (0, _) => asked.app.word("full.searchNone"),
        (_, 0) => String::new(),
        (_, more) => asked.app.word_with("full.more", &more.to_string()),
    };
    el("p").class("mc-hint").attr("role", "status").text(&words)
}
