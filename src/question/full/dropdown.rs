//! One of many: rows, never a native list; a box to search above a long one.

use mot_cua_survey::session::Offer;

use super::Asked;
use super::choices::one;
use super::search::{LONG, Search, field, fitting, told};
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked, offers: Vec<Offer>) -> El {
    if offers.len() <= LONG {
        return asked.group(one(asked, &offers, "mc-rows"));
    }
    let search = Search::new();
    let all = offers.clone();
    let chosen = move || {
        let now = asked.value();
        let found = all.iter().find(|offer| Some(&offer.value) == now.as_ref());
        found
            .map(|offer| asked.app.word_with("full.chosen", &asked.words_of_offer(offer)))
            .unwrap_or_default()
    };
    let list = move || {
        let (found, more) = fitting(asked, &offers, search);
        el("div")
            .class("mc-group")
            .add(one(asked, &found, "mc-rows"))
            .with(told(asked, search, found.len(), more))
            .view()
    };
    let body = el("div")
        .class("mc-group")
        .add(el("p").class("mc-picked").attr("aria-live", "polite").live(chosen))
        .add(field(asked, search))
        .part(list);
    asked.group(body)
}
