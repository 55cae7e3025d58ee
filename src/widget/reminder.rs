//! Answers of earlier visits that are still here, told where they are in nobody's way.

use crate::app::{App, Screen};
use crate::delivery::Delivery;
use crate::html::{View, el, nothing, part};
use crate::widget::link_to;

/// How many, and the way to them; nothing while there are none but the answer of this visit.
pub(crate) fn reminder(app: App) -> View {
    let pending = app.delivery.with_value(Delivery::pending);
    part(move || {
        let mine = app.answer.with(|answer| answer.as_ref().map(|answer| answer.id.clone()));
        let others =
            pending.with(|items| items.iter().filter(|item| Some(&item.id) != mine.as_ref()).count());
        #[cfg(feature = "full")]
        let others = others + app.photos.left_behind().iter().filter(|id| Some(*id) != mine.as_ref()).count();
        if others == 0 {
            return nothing();
        }
        el("p")
            .class("mc-hint mc-waiting")
            .live(move || app.word_with("rate.waiting", &others.to_string()))
            .text(" ")
            .add(link_to(app, "rate.seeWaiting", Screen::Pending))
            .view()
    })
}
