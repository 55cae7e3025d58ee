//! An order of things: two buttons each, nothing to drag.

use mot_cua_survey::model::Choices;
use mot_cua_survey::session::Offer;
use serde_json::Value;

use super::Asked;
use super::choices::several;
use crate::browser::focus;
use crate::html::{El, View, el, nothing, part};
use crate::prelude::*;

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Choices, offers: Vec<Offer>) -> El {
    let told = RwSignal::new(String::new());
    let free = model.select_to_rank;
    let body = part(move || list(asked, &offers, free, told));
    let said = el("p").class("mc-hide").attr("role", "status").live(move || told.get());
    asked.group(
        el("div")
            .class("mc-group")
            .add(el("p").class("mc-hint").live(asked.app.t("full.rankHint")))
            .with(body)
            .add(said),
    )
}

/// The order of now. Nobody has answered before a button was pressed: what stands there is only the order of asking.
#[allow(clippy::fn_params_excessive_bools, reason = "one fact of the question")]
fn list(asked: Asked, offers: &[Offer], free: bool, told: RwSignal<String>) -> View {
    let mut ranked = several(asked.value().as_ref());
    ranked.retain(|value| offers.iter().any(|offer| offer.value == *value));
    if !free {
        let missing = offers.iter().map(|offer| &offer.value).filter(|value| !ranked.contains(value));
        let missing: Vec<Value> = missing.cloned().collect();
        ranked.extend(missing);
    }
    let rest: Vec<&Offer> = offers.iter().filter(|offer| !ranked.contains(&offer.value)).collect();
    let row = |(place, value): (usize, &Value)| {
        let at = offers.iter().position(|offer| offer.value == *value)?;
        let words = asked.words_of_offer(offers.get(at)?);
        let step = |key: &'static str, sign: &'static str, to: Option<usize>| {
            let (order, label) = (ranked.clone(), asked.app.word_with(key, &words));
            let (id, words) = (asked.part(&[sign, &at.to_string()].concat()), words.clone());
            let there = id.clone();
            let act = move || {
                let Some(to) = to else { return };
                let mut order = order.clone();
                order.swap(place, to);
                asked.answer(Some(Value::Array(order)));
                told.set([&words, ": ", &(to + 1).to_string()].concat());
                focus::soon(&there);
            };
            el("button")
                .attr("type", "button")
                .class("mc-step")
                .attr("id", &id)
                .attr("data-sign", sign)
                .attr("aria-label", &label)
                .maybe("aria-disabled", to.is_none().then(|| "true".to_owned()))
                .maybe("disabled", (!asked.is_open()).then(String::new))
                .click(act)
        };
        let up = step("full.rankUp", "up", place.checked_sub(1));
        let down = step("full.rankDown", "down", Some(place + 1).filter(|to| *to < ranked.len()));
        Some(el("li").class("mc-rank").add(el("span").class("mc-rank-words").text(&words)).add(up).add(down))
    };
    let rows: Vec<El> = ranked.iter().enumerate().filter_map(row).collect();
    let add = |offer: &&Offer| {
        let (mut order, words) = (ranked.clone(), asked.words_of_offer(offer));
        order.push(offer.value.clone());
        el("button")
            .attr("type", "button")
            .class("mc-tag mc-tag-add")
            .maybe("disabled", (!asked.is_open()).then(String::new))
            .click(move || asked.answer(Some(Value::Array(order.clone()))))
            .text(&words)
    };
    let more = if rest.is_empty() {
        nothing()
    } else {
        el("div").class("mc-chips").add_all(rest.iter().map(add)).view()
    };
    let clear = (free && !ranked.is_empty()).then(|| {
        el("button")
            .attr("type", "button")
            .class("mc-link")
            .click(move || asked.answer(None))
            .live(asked.app.t("full.rankClear"))
    });
    el("div")
        .class("mc-group")
        .add(el("ol").class("mc-ranks").add_all(rows))
        .add_some(clear)
        .with(more)
        .view()
}
