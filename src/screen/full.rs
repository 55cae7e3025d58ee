//! Screens of the full page alone, each found by its hash.

mod preview;
pub(crate) mod survey;

use crate::app::{App, Screen};
use crate::html::{View, el};
use crate::widget::{Waiting, link, waiting};

/// `hash` begins with one of [`crate::elsewhere::NAMES`].
pub(crate) fn page(app: App, hash: &str) -> View {
    let (_name, _rest) = hash.split_once('/').unwrap_or((hash, ""));
    el("section")
        .class("mc-screen")
        .add(link(app, "procedure.back", move || app.back(Screen::Look)))
        .add(waiting(app, Waiting::NotThere, || {}))
        .view()
}
