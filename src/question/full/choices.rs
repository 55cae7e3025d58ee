//! Rows or chips to choose from: native inputs that cover their label.

use mot_cua_survey::session::Offer;
use serde_json::Value;

use super::Asked;
use crate::browser::checked_of;
use crate::html::{El, el};

/// Words that still make a chip; what is longer makes a row.
const CHIP: usize = 22;

impl Asked {
    /// The words of a choice: special ones have the language pack's.
    pub(crate) fn words_of_offer(self, offer: &Offer) -> String {
        if offer.words.is_empty() {
            let name = offer.value.as_str().unwrap_or_default();
            return self.app.word(&["full.choice.", name].concat());
        }
        offer.words.clone()
    }
}

/// Chips where all words are short, else rows.
pub(crate) fn class_for(asked: Asked, offers: &[Offer]) -> &'static str {
    let short = offers.iter().all(|offer| asked.words_of_offer(offer).chars().count() <= CHIP);
    if short { "mc-chips" } else { "mc-rows" }
}

/// One to choose.
pub(crate) fn one(asked: Asked, offers: &[Offer], class: &'static str) -> El {
    let labels = offers.iter().enumerate().map(|(nth, offer)| {
        let (on, value) = (offer.value.clone(), offer.value.clone());
        let input = radio(asked, &asked.id(), &nth.to_string(), offer)
            .checked(move || asked.slot.value.with(|now| now.as_ref() == Some(&on)))
            .on("change", move |_| asked.answer(Some(value.clone())));
        label(input, &asked.words_of_offer(offer))
    });
    el("div").class(class).add_all(labels)
}

/// A native radio; `name` is its group's.
pub(crate) fn radio(asked: Asked, name: &str, nth: &str, offer: &Offer) -> El {
    el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("id", &[name, "-", nth].concat())
        .maybe("disabled", (!offer.enabled || !asked.is_open()).then(String::new))
}

/// A box to tick; `pick` hears whether it is on.
pub(crate) fn tick(
    asked: Asked,
    nth: usize,
    words: &str,
    on: impl Fn() -> bool + 'static,
    off: impl Fn() -> bool + 'static,
    pick: impl Fn(bool) + 'static,
) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .attr("id", &asked.part(&nth.to_string()))
        .live_attr("disabled", move || off().then(String::new))
        .checked(on)
        .on("change", move |event| pick(checked_of(&event)));
    label(input, words)
}

pub(crate) fn label(input: El, words: &str) -> El {
    el("label").class("mc-chip").add(input).add(el("span").text(words))
}

/// What is chosen of several.
pub(crate) fn several(value: Option<&Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(items)) => items.clone(),
        _ => Vec::new(),
    }
}
