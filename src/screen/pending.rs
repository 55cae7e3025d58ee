//! What is still on this phone, in plain words.

use crate::prelude::*;

use crate::app::{App, Screen};
use crate::delivery::Delivery;
use crate::html::{El, el};
use crate::widget::{button, link, told};

pub(crate) fn pending(app: App) -> El {
    let items = app.delivery.with_value(Delivery::pending);
    let body = move || {
        let items = items.get();
        if items.is_empty() {
            return el("p").attr("role", "status").live(app.t("pending.none")).view();
        }
        let rows = items.into_iter().map(|item| {
            el("li")
                .class("mc-way")
                .add(el("span").class("mc-code").text(&item.receipt))
                .add_some(told(app, &item.keeping))
        });
        el("div")
            .class("mc-group")
            .add(el("ul").class("mc-hits").add_all(rows))
            .add(button(app, "pending.now", move || app.delivery.with_value(Delivery::retry)))
            .view()
    };
    el("section")
        .class("mc-screen")
        .add(el("h1").attr("tabindex", "-1").live(app.t("pending.title")))
        .part(body)
        .add(link(app, "pending.back", move || app.back(Screen::Rate)))
}
