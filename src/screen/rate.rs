//! The faces stand in the static form; here is what may stand below them.

use crate::app::App;
use crate::html::{El, el, nothing};
use crate::rating;
use crate::widget::{button, keeping_line, reminder};

pub(crate) fn rate(app: App) -> El {
    let go_on = move || {
        if app.answer.with(Option::is_none) {
            return nothing();
        }
        button(app, "rate.next", move || app.go(rating::after_face(app))).view()
    };
    el("div").class("mc-group").with(keeping_line(app).view()).part(go_on).with(reminder(app))
}
