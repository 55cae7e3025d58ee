//! On the way to the full page: this one goes only when the network, or what the phone has kept, can bring the other.

use crate::app::{App, Screen};
use crate::browser::{address, files};
use crate::html::{El, el};
use crate::prelude::*;
use crate::widget::{Waiting, link, waiting};

pub(crate) fn elsewhere(app: App) -> El {
    let state = RwSignal::new(Waiting::Coming);
    load(state);
    let body = move || waiting(app, state.get(), move || load(state)).view();
    el("section")
        .class("mc-screen")
        .add(link(app, "procedure.back", move || app.back(Screen::Look)))
        .part(body)
}

fn load(state: RwSignal<Waiting>) {
    state.set(Waiting::Coming);
    files::read(address::page(), move |there| match there {
        Ok(_) => address::reload(),
        Err(_) => state.set(Waiting::Failed),
    });
}
