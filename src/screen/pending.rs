//! What is still on this phone, in plain words: one row an answer, and what can be done about it.

mod carry;
mod row;
mod words;

use crate::prelude::*;

use crate::app::{App, Screen};
use crate::delivery::{Delivery, Keeping, PendingItem};
use crate::html::{El, el};
use crate::widget::{back_to, button, state, told};

/// So many rows at once: a thousand would make an old phone stand still.
const MOST: usize = 20;

/// What the rows share: it outlives them, for they are made again with every change.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    /// The id that "delete" was pressed for; empty for none.
    asked: RwSignal<String>,
    /// The id that was deleted last.
    gone: RwSignal<String>,
    /// The id whose copy is shown.
    copied: RwSignal<String>,
    /// Key of what is said about that copy.
    told: RwSignal<String>,
}

pub(crate) fn pending(app: App) -> El {
    let empty = || RwSignal::new(String::new());
    let desk = Desk { app, asked: empty(), gone: empty(), copied: empty(), told: empty() };
    let items = app.delivery.with_value(Delivery::pending);
    el("section")
        .class("mc-screen")
        .add(el("h1").attr("tabindex", "-1").live(app.t("pending.title")))
        .part(move || items.with(|items| list(desk, items)).view())
        .add(back_to(app, "pending.back", Screen::Rate))
}

/// Made again whenever anything of it changes, the language too.
fn list(desk: Desk, items: &[PendingItem]) -> El {
    let app = desk.app;
    let damaged = app.delivery.with_value(Delivery::damaged);
    let status = el("div").attr("role", "status");
    #[cfg(feature = "full")]
    let photos = crate::photos::waiting(app);
    #[cfg(not(feature = "full"))]
    let photos: Vec<El> = Vec::new();
    let gone = desk.gone.get();
    // Until the backend knows, what was deleted has its row.
    let keeping = if gone.is_empty() { Keeping::Nothing } else { state(app, &gone) };
    let status = match keeping {
        Keeping::Deleted | Keeping::Forgotten => status.add(told(app, &keeping)),
        _ if items.is_empty() && photos.is_empty() => {
            let read = app.delivery.with_value(Delivery::is_read);
            status.add(el("p").text(&app.word(if read { "pending.none" } else { "load.coming" })))
        }
        _ => status,
    };
    let others =
        |count: usize| el("p").class("mc-hint").text(&app.word_with("pending.others", &count.to_string()));
    let now = || {
        button(app, "pending.now", move || {
            app.delivery.with_value(Delivery::retry);
            #[cfg(feature = "full")]
            app.photos.retry();
        })
    };
    let some = !items.is_empty() || !photos.is_empty();
    let rows = items.iter().take(MOST).map(|item| row::answer(desk, item));
    el("div")
        .class("mc-group")
        .add(status)
        .add_some(some.then(now))
        .add(
            el("ul")
                .class("mc-hits")
                .add_all(rows)
                .add_all(photos)
                .add_all(damaged.iter().map(|row| row::damaged(desk, row))),
        )
        .add_some(items.len().checked_sub(MOST + 1).map(|more| others(more + 1)))
}
