//! On the way to another of the three pages: this one goes only when the network, or what the phone has kept, can bring the other.

use crate::app::{App, Screen};
use crate::browser::{address, files};
use crate::html::{El, el};
use crate::prelude::*;
use crate::widget::{Waiting, back_to, waiting};

#[cfg(not(feature = "full"))]
fn back(app: App) -> El {
    back_to(app, "procedure.back", Screen::Look)
}

/// There is no look-up to go back to.
#[cfg(feature = "full")]
fn back(app: App) -> El {
    back_to(app, "more.back", Screen::Rate)
}

pub(crate) fn elsewhere(app: App) -> El {
    // Who was led here by the link's purpose has no hash yet, by which the loader could tell.
    #[cfg(feature = "full")]
    address::push(&app.screen.get_untracked().hash());
    let state = RwSignal::new(Waiting::Coming);
    load(state);
    let body = move || waiting(app, state.get(), move || load(state)).view();
    el("section").class("mc-screen").add(back(app)).part(body)
}

fn load(state: RwSignal<Waiting>) {
    state.set(Waiting::Coming);
    files::read(address::page(), move |there| match there {
        Ok(_) => address::reload(),
        Err(_) => state.set(Waiting::Failed),
    });
}
