//! Thanks, the receipt, and what became of the answer. No score: the clerk may be looking.

use crate::prelude::*;
use mot_cua_contract::receipt::receipt;

use crate::app::{App, Screen};
use crate::html::{El, el};
use crate::rating;
use crate::widget::{button, keeping_line, link, quiet};

pub(crate) fn thanks(app: App) -> El {
    let forgotten = RwSignal::new(false);
    let body = move || {
        if forgotten.get() {
            return title(app, "thanks.forgotten").view();
        }
        let id = app.answer.with(|answer| answer.as_ref().map(|answer| answer.id.clone()));
        match id.and_then(|id| receipt(&id)) {
            Some(code) => given(app, &code, forgotten).view(),
            None => title(app, "more.missing").view(),
        }
    };
    let look = || quiet(app, "thanks.look", move || app.go(Screen::Look));
    el("section")
        .class("mc-screen mc-thanks")
        .add(el("div").class("mc-door").attr("aria-hidden", "true"))
        .part(body)
        .add(button(app, "thanks.again", move || rating::another(app)))
        .add_some(app.look.exists().then(look))
}

fn title(app: App, key: &'static str) -> El {
    el("h1").attr("tabindex", "-1").live(app.t(key))
}

fn given(app: App, code: &str, forgotten: RwSignal<bool>) -> El {
    let receipt = el("div")
        .class("mc-receipt")
        .add(el("span").class("mc-hint").live(app.t("thanks.receipt")))
        .add(el("span").class("mc-code").attr("data-receipt", "").text(code))
        .add(el("span").class("mc-hint").live(app.t("thanks.receiptHint")));
    let forget = move || {
        rating::forget(app);
        forgotten.set(true);
    };
    el("div").class("mc-group").add(title(app, "thanks.title")).add(keeping_line(app)).add(receipt).add(
        el("div").class("mc-links").add(link(app, "thanks.more", move || app.go(Screen::Rate))).add(link(
            app,
            "thanks.forget",
            forget,
        )),
    )
}
