//! A copy to carry away: as a file where this browser saves files, as text everywhere. And the way to be rid of it.

use super::Desk;
use crate::browser::copy;
use crate::html::{El, el};
use crate::widget::{delete, link};

/// The links behind `acts` and what they show. `id`: of the row; `bytes`: what a file holds; `text`: what a person reads.
pub(super) fn ways(desk: Desk, acts: El, id: &str, name: &str, bytes: String, text: String) -> El {
    let app = desk.app;
    let file = || {
        el("a")
            .class("mc-link")
            .attr("data-act", "file")
            .attr("download", &["mot-cua-", name, ".json"].concat())
            .attr("href", &copy::file_address(&bytes))
            .text(&app.word("pending.file"))
    };
    // The text itself, which a long press selects: an in-app browser may forbid the clipboard.
    let shown = || {
        el("div")
            .class("mc-group")
            .add(el("p").class("mc-hint").attr("role", "status").text(&app.word(&desk.told.get())))
            .add(el("p").class("mc-copy").text(&text))
    };
    let shown = (desk.copied.get() == id).then(shown);
    let key = id.to_owned();
    let show = move || {
        let told = if copy::to_clipboard(&text) { "pending.copied" } else { "pending.hold" };
        desk.told.set(told.to_owned());
        desk.copied.set(key.clone());
    };
    acts.add_some(copy::saves_files().then(file))
        .add(link(app, "pending.copy", show).attr("data-act", "copy"))
        .add_some(shown)
        .add(delete(app, id, desk.asked, desk.gone))
}
