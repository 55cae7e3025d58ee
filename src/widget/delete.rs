//! "Delete mine" in two steps, without a window over the page.

use crate::prelude::*;

use crate::app::App;
use crate::browser::focus;
use crate::html::{El, el, nothing};
use crate::rating;
use crate::widget::link;

/// The link; once pressed, the question in its place. What was pressed becomes "keep": a second tap by mistake deletes
/// nothing, and the focus stays. Call it where a changed signal makes the view again.
///
/// `asked` holds the id that is asked about, `gone` the one that was deleted last; empty for none. They are the screen's,
/// because its views come and go.
pub(crate) fn delete(app: App, id: &str, asked: RwSignal<String>, gone: RwSignal<String>) -> El {
    let id = id.to_owned();
    if asked.with(|asked| *asked != id) {
        let ask = link(app, "keep.delete", move || asked.set(id.clone())).attr("data-act", "delete");
        return el("div").with(nothing()).add(ask);
    }
    let act = move || {
        rating::forget(app, &id);
        asked.set(String::new());
        gone.set(id.clone());
        focus::on_heading();
    };
    el("div")
        .class("mc-ask")
        .add(el("p").attr("role", "alert").live(app.t("keep.deleteAsk")))
        .add(link(app, "keep.deleteNo", move || asked.set(String::new())))
        .add(link(app, "keep.deleteYes", act).attr("data-act", "delete-yes"))
}
