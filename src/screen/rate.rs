//! The faces stand in the static form; here is what may stand below them.

use crate::app::App;
use crate::delivery::Keeping;
use crate::html::{El, el, nothing};
use crate::rating;
use crate::widget::{button, keeping_line, reminder, state};
use mot_cua_contract::Answer;

pub(crate) fn rate(app: App) -> El {
    // Not while it is being written: whatever is drawn then comes before "kept".
    let written = move |answer: &Option<Answer>| {
        answer.as_ref().is_some_and(|answer| state(app, &answer.id) != Keeping::Saving)
    };
    let go_on = move || {
        if !app.answer.with(written) {
            return nothing();
        }
        button(app, "rate.next", move || app.go(rating::after_face(app))).view()
    };
    el("div").class("mc-group").with(keeping_line(app).view()).part(go_on).with(reminder(app))
}
