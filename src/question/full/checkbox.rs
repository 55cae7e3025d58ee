//! Several of many; "none" and its like stand alone.

use mot_cua_survey::model::Choices;
use mot_cua_survey::session::Offer;
use serde_json::Value;

use super::Asked;
use super::choices::{class_for, several, tick};
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Choices, offers: Vec<Offer>) -> El {
    let class = class_for(asked, &offers);
    let all = wants_all(asked).then(|| everything(asked, model, &offers));
    let boxes = offers.iter().enumerate().map(|(nth, offer)| {
        let (special, order, most) = (model.special.clone(), values(&offers), model.most);
        let (on, full, value, open) =
            (offer.value.clone(), offer.value.clone(), offer.value.clone(), offer.enabled);
        tick(
            asked,
            nth,
            &asked.words_of_offer(offer),
            move || asked.slot.value.with(|now| several(now.as_ref()).contains(&on)),
            move || {
                let now = asked.slot.value.with(|now| several(now.as_ref()));
                !open || (most > 0 && now.len() >= most && !now.contains(&full))
            },
            move |is_on| choose(asked, &order, &special, &value, is_on),
        )
    });
    asked.group(el("div").class(class).add_all(boxes).add_some(all))
}

fn values(offers: &[Offer]) -> Vec<Value> {
    offers.iter().map(|offer| offer.value.clone()).collect()
}

#[allow(clippy::fn_params_excessive_bools, reason = "what a box says")]
pub(super) fn choose(asked: Asked, order: &[Value], special: &[Value], value: &Value, is_on: bool) {
    let mut now = several(asked.value_now().as_ref());
    now.retain(|one| one != value);
    if is_on {
        if special.contains(value) {
            now.clear();
        } else {
            now.retain(|one| !special.contains(one));
        }
        now.push(value.clone());
    }
    // As the definition has them, whatever the order of taps.
    let ordered: Vec<Value> = order.iter().filter(|one| now.contains(one)).cloned().collect();
    asked.answer((!ordered.is_empty()).then_some(Value::Array(ordered)));
}

fn wants_all(asked: Asked) -> bool {
    let flag = |name: &str| {
        asked.element().and_then(|element| element.raw.get(name).and_then(Value::as_bool)).unwrap_or(false)
    };
    flag("showSelectAllItem") || flag("hasSelectAll")
}

/// "All of these": every plain choice.
fn everything(asked: Asked, model: &Choices, offers: &[Offer]) -> El {
    let plain: Vec<Value> = values(offers)
        .into_iter()
        .filter(|value| !model.special.contains(value) && (!model.other || value != "other"))
        .collect();
    let own = asked.run().with(|session| session.words(asked.at, "selectAllText"));
    let every = plain.clone();
    tick(
        asked,
        offers.len(),
        &own.unwrap_or_else(|| asked.app.word("full.choice.all")),
        move || asked.slot.value.with(|now| every.iter().all(|one| several(now.as_ref()).contains(one))),
        move || !asked.is_open(),
        move |on| asked.answer(on.then(|| Value::Array(plain.clone()))),
    )
}
