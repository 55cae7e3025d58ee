//! What was opened before on this phone; what is pinned stays.

use mot_cua_catalogue::{Highlight, Index};

use super::row::{hits, row};
use crate::app::App;
use crate::browser::focus;
use crate::html::{El, el};
use crate::widget::link;

/// `None`: nothing that the catalogue still has.
pub(super) fn kept(app: App, index: &Index) -> Option<El> {
    let mut list = None;
    for entry in app.look.seen.get().split(' ') {
        if let Some(item) = index.find(entry.strip_prefix('*').unwrap_or(entry))
            && let Some(row) = row(app, index, item.at, &Highlight::default())
        {
            #[cfg(feature = "more")]
            let row = row.class("mc-kept").add(pin(app, entry, item.title));
            list = Some(list.unwrap_or_else(hits).add(row));
        }
    }
    let clear = move || {
        app.look.seen.clear();
        // The button is gone, and with it the focus.
        focus::on_id("mc-query");
    };
    let group = |list| {
        el("div").class("mc-group").add(el("h2").live(app.t("look.seen"))).add(list).add(link(
            app,
            "look.forget",
            clear,
        ))
    };
    list.map(group)
}

/// In the full page alone: the small one has no bytes left for it, and shows what is pinned like the rest.
#[cfg(feature = "more")]
fn pin(app: App, entry: &str, title: &str) -> El {
    let pinned = entry.starts_with('*');
    let entry = entry.to_owned();
    el("button")
        .attr("type", "button")
        .class("mc-pin")
        .attr("aria-label", &app.word_with("filter.pin", title))
        .attr("aria-pressed", if pinned { "true" } else { "false" })
        .click(move || app.look.seen.turn(&entry))
        .text(if pinned { "★" } else { "☆" })
}
