//! One file per screen, and the choice among them.

mod elsewhere;
#[cfg(any(feature = "full", feature = "more"))]
mod full;
#[cfg(not(feature = "full"))]
mod look;
#[cfg(not(feature = "full"))]
mod more;
mod pending;
#[cfg(not(feature = "full"))]
mod procedure;
mod rate;
mod thanks;

#[cfg(feature = "full")]
pub(crate) use full::preview::said;
#[cfg(feature = "full")]
pub(crate) use full::{reply::reply, survey::ending};
#[cfg(not(feature = "full"))]
pub(crate) use more::steps;

use crate::app::{App, Screen};
use crate::html::{El, View, el, part};

/// Everything that the page itself shows. The static form stands before it and is only shown or hidden.
pub(crate) fn page(app: App) -> View {
    part(move || match app.screen.get() {
        #[cfg(feature = "full")]
        Screen::Rate if !app.run.asks_first() => full::survey::start(app).view(),
        #[cfg(feature = "more")]
        Screen::Rate | Screen::More(_) | Screen::Thanks | Screen::Pending if app.asks_elsewhere() => {
            elsewhere::elsewhere(app).view()
        }
        Screen::Rate => rate::rate(app).view(),
        #[cfg(not(feature = "full"))]
        Screen::More(step) => more::more(app, step).view(),
        #[cfg(feature = "full")]
        Screen::More(step) => full::survey::survey(app, step).view(),
        Screen::Thanks => thanks::thanks(app).view(),
        #[cfg(not(feature = "full"))]
        Screen::Look => look::look(app).view(),
        #[cfg(not(feature = "full"))]
        Screen::Procedure(code) => procedure::procedure(app, code).view(),
        Screen::Pending => pending::pending(app).view(),
        #[cfg(feature = "full")]
        Screen::Look | Screen::Procedure(_) => elsewhere::elsewhere(app).view(),
        #[cfg(not(feature = "more"))]
        Screen::Elsewhere(_) => elsewhere::elsewhere(app).view(),
        #[cfg(feature = "more")]
        Screen::Elsewhere(hash) => full::page(app, &hash),
    })
}

/// The bar with the two things people come for; nothing where there is only one.
pub(crate) fn bar(app: App) -> View {
    if !app.has_look() {
        return crate::html::nothing();
    }
    let side = |side: Side, key: &'static str, screen: Screen| -> El {
        let here = move || (app.screen.with(Side::of) == side).then(|| "page".to_owned());
        el("button")
            .attr("type", "button")
            .live_attr("aria-current", here)
            .click(move || app.go(screen.clone()))
            .live(app.t(key))
    };
    el("nav")
        .class("mc-nav")
        .live_attr("aria-label", move || Some(app.word("nav.label")))
        .add(side(Side::Rate, "nav.rate", Screen::Rate))
        .add(side(Side::Look, "nav.look", Screen::Look))
        .view()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Rate,
    Look,
}

impl Side {
    fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Look | Screen::Procedure(_) | Screen::Elsewhere(_) => Self::Look,
            Screen::Rate | Screen::More(_) | Screen::Thanks | Screen::Pending => Self::Rate,
        }
    }
}
