//! Thanks, the receipt, and what became of the answer. No score: the clerk may be looking.

use crate::prelude::*;
use mot_cua_contract::receipt::receipt;

use crate::app::{App, Screen};
use crate::html::{El, el};
use crate::rating;
use crate::widget::{button, delete, keeping_line, link_to, quiet_to, state, told};

pub(crate) fn thanks(app: App) -> El {
    let asked = RwSignal::new(String::new());
    let gone = RwSignal::new(String::new());
    let body = move || {
        let deleted = gone.get();
        if !deleted.is_empty() {
            // Deleted here at once; the line says how far the backend is.
            let line = told(app, &state(app, &deleted));
            return group(app, "thanks.forgotten").add(el("div").attr("role", "status").add(line)).view();
        }
        let id = app.answer.with(|answer| answer.as_ref().map(|answer| answer.id.clone()));
        match id.and_then(|id| Some((receipt(&id)?, id))) {
            Some((code, id)) => given(app, &code).add(acts(app, &id, asked, gone)).view(),
            None => group(app, "more.missing").view(),
        }
    };
    let look = || quiet_to(app, "thanks.look", Screen::Look);
    el("section")
        .class("mc-screen mc-thanks")
        .add(el("div").class("mc-door").attr("aria-hidden", "true"))
        .part(body)
        .add(button(app, "thanks.again", move || rating::another(app)))
        .add_some(app.has_look().then(look))
}

fn group(app: App, title: &'static str) -> El {
    el("div").class("mc-group").add(el("h1").attr("tabindex", "-1").live(app.t(title)))
}

fn given(app: App, code: &str) -> El {
    let receipt = el("div")
        .class("mc-receipt")
        .add(el("span").class("mc-hint").live(app.t("thanks.receipt")))
        .add(el("span").class("mc-code").attr("data-receipt", "").text(code))
        .add(el("span").class("mc-hint").live(app.t("thanks.receiptHint")));
    let group = group(app, "more.thanks");
    #[cfg(feature = "full")]
    let group = group.add_some(crate::screen::ending(app));
    let group = group.add(keeping_line(app));
    #[cfg(feature = "full")]
    let group = group.add(crate::photos::line(app));
    let group = group.add(receipt);
    #[cfg(feature = "full")]
    let group = group.add_some(crate::screen::reply(app, code));
    group
}

fn acts(app: App, id: &str, asked: RwSignal<String>, gone: RwSignal<String>) -> El {
    el("div")
        .class("mc-links")
        .add(link_to(app, "thanks.more", Screen::Rate))
        .add(delete(app, id, asked, gone))
}
