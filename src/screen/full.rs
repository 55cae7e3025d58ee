//! Screens of the full page alone, each found by its hash.

mod case;
mod desk;
mod life;
mod paper;
mod preview;
mod promise;
mod slip;
pub(crate) mod survey;
mod ward;

pub(crate) use promise::promise;

use crate::app::{App, Screen};
use crate::html::{View, el};
use crate::widget::{Waiting, back_to, waiting};

/// `hash` begins with one of [`crate::elsewhere::NAMES`].
pub(crate) fn page(app: App, hash: &str) -> View {
    let (name, rest) = hash.split_once('/').unwrap_or((hash, ""));
    match name {
        "desk" => desk::desk(app, rest),
        "life" => life::life(app, rest),
        "slip" => slip::slip(app, rest),
        "ward" => ward::ward(app),
        _ => el("section").class("mc-screen").add(back_to(app, "procedure.back", Screen::Look)).add(waiting(
            app,
            Waiting::NotThere,
            || {},
        )),
    }
    .view()
}
