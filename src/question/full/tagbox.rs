//! Several of very many: what is chosen as chips to take away, the rest to tick; a box to search above a long list.

use mot_cua_survey::model::Choices;
use mot_cua_survey::session::Offer;
use serde_json::Value;

use super::Asked;
use super::checkbox;
use super::choices::{several, tick};
use super::search::{LONG, Search, field, fitting, told};
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Choices, offers: Vec<Offer>) -> El {
    if offers.len() <= LONG {
        return checkbox::view(asked, model, offers);
    }
    let search = Search::new();
    let order: Vec<Value> = offers.iter().map(|offer| offer.value.clone()).collect();
    let (special, all, known) = (model.special.clone(), order.clone(), offers.clone());
    let chosen = move || {
        let now = several(asked.value().as_ref());
        let chips = known.iter().filter(|offer| now.contains(&offer.value)).map(|offer| {
            let (value, all) = (offer.value.clone(), all.clone());
            let words = asked.words_of_offer(offer);
            el("button")
                .attr("type", "button")
                .class("mc-tag")
                .attr("aria-label", &asked.app.word_with("full.takeAway", &words))
                .maybe("disabled", (!asked.is_open()).then(String::new))
                .click(move || checkbox::choose(asked, &all, &[], &value, false))
                .text(&words)
        });
        el("div").class("mc-chips").add_all(chips).view()
    };
    let list = move || {
        let (found, more) = fitting(asked, &offers, search);
        let boxes = found.iter().enumerate().map(|(nth, offer)| {
            let (special, order) = (special.clone(), order.clone());
            let (on, value) = (offer.value.clone(), offer.value.clone());
            tick(
                asked,
                nth,
                &asked.words_of_offer(offer),
                move || asked.slot.value.with(|now| several(now.as_ref()).contains(&on)),
                move || !asked.is_open(),
                move |is_on| checkbox::choose(asked, &order, &special, &value, is_on),
            )
        });
        el("div")
            .class("mc-group")
            .add(el("div").class("mc-rows").add_all(boxes))
            .with(told(asked, search, found.len(), more))
            .view()
    };
    asked.group(el("div").class("mc-group").part(chosen).add(field(asked, search)).part(list))
}
