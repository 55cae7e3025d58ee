//! The faces stand in the static form; here is what may stand below them.

use crate::prelude::*;

use crate::app::{App, Screen};
use crate::delivery::Delivery;
use crate::html::{El, el, nothing};
use crate::rating;
use crate::widget::{button, keeping_line, link};

pub(crate) fn rate(app: App) -> El {
    let go_on = move || {
        if app.answer.with(Option::is_none) {
            return nothing();
        }
        button(app, "rate.next", move || app.go(rating::after_face(app))).view()
    };
    let pending = app.delivery.with_value(Delivery::pending);
    let waiting = move || {
        let mine = app.answer.with(|answer| answer.as_ref().map(|answer| answer.id.clone()));
        let others =
            pending.with(|items| items.iter().filter(|item| Some(&item.id) != mine.as_ref()).count());
        if others == 0 {
            return nothing();
        }
        el("p")
            .class("mc-hint")
            .live(move || app.word_with("rate.waiting", &others.to_string()))
            .text(" ")
            .add(link(app, "rate.seeWaiting", move || app.go(Screen::Pending)))
            .view()
    };
    el("div").class("mc-group").with(keeping_line(app).view()).part(go_on).part(waiting)
}
