//! One answer: where, when, its state in a sentence, and what can be done.

use mot_cua_outbox::{Damaged, Trouble};

use super::{Desk, carry, words};
use crate::delivery::{Keeping, PendingItem};
use crate::html::{El, el};
use crate::widget::{link, told};

pub(super) fn answer(desk: Desk, item: &PendingItem) -> El {
    let app = desk.app;
    let id = item.id.clone();
    let code = [&app.word("thanks.receipt"), ": ", &item.receipt].concat();
    let row = el("li").class("mc-way").attr("data-row", &item.receipt);
    let kept = app.delivery.with_value(|delivery| Some((delivery.answer(&id)?, delivery.text(&id)?)));
    let Some((answer, bytes)) = kept else {
        // Only its deletion waits: there is nothing left to carry away.
        return row.add(el("p").class("mc-hint").text(&code)).add(told(app, &item.keeping));
    };
    let stuck = matches!(item.keeping, Keeping::Refused { .. } | Keeping::Shortened);
    let key = if stuck { "pending.advice" } else { "pending.date" };
    let advice = || el("p").text(&app.word(key));
    // A phone whose date is wrong takes every certificate for expired, and calls that "no connection".
    let lonely = matches!(item.keeping, Keeping::Kept { trouble: Some(Trouble::NoConnection) });
    let again =
        || link(app, "pending.again", move || app.delivery.with_value(|delivery| delivery.retry_one(&id)));
    let acts = el("div").class("mc-acts").add_some(stuck.then(again));
    row.add(el("h2").text(&words::place(app, &answer.place)))
        .add(el("p").class("mc-hint").text(&words::when(app, &answer.saved_at)))
        .add(el("p").class("mc-hint").text(&code))
        .add(told(app, &item.keeping))
        .add_some((stuck || lonely).then(advice))
        .add(carry::ways(desk, acts, &item.id, &item.receipt, bytes, words::all(app, &answer)))
}

/// What was stored here and cannot be read any more: named, never hidden, and to be carried away.
pub(super) fn damaged(desk: Desk, row: &Damaged) -> El {
    let app = desk.app;
    let text = || row.text.clone();
    el("li")
        .class("mc-way")
        .attr("data-row", "damaged")
        .add(el("p").class("mc-keeping").attr("data-keep", "attention").text(&app.word("pending.damaged")))
        .add(el("p").text(&app.word("pending.advice")))
        .add(carry::ways(desk, el("div").class("mc-acts"), &row.key, "damaged", text(), text()))
}
