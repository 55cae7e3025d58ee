//! Screens of the full page alone, each found by its hash.

mod life;

use crate::app::{App, Screen};
use crate::html::{View, el};
use crate::widget::{Waiting, link, waiting};

/// `hash` begins with one of [`crate::elsewhere::NAMES`].
pub(crate) fn page(app: App, hash: &str) -> View {
    let (name, rest) = hash.split_once('/').unwrap_or((hash, ""));
    match name {
        "life" => life::life(app, rest),
        _ => el("section")
            .class("mc-screen")
            .add(link(app, "procedure.back", move || app.back(Screen::Look)))
            .add(waiting(app, Waiting::NotThere, || {})),
    }
    .view()
}
