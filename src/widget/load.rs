//! What stands where something is still coming, or did not come.

use crate::app::{App, Screen};
use crate::browser::{focus, is_online};
use crate::html::{El, el};
use crate::widget::button;

/// Which of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waiting {
    Coming,
    #[cfg(not(feature = "full"))]
    NotThere,
    Failed,
}

/// What happened, why it may be so, and the button that helps.
pub(crate) fn waiting(app: App, state: Waiting, again: impl Fn() + 'static) -> El {
    focus::arrived();
    let group = el("div").class("mc-group").attr("role", "status");
    let (what, why) = match state {
        Waiting::Coming => return group.add(el("p").live(app.t("load.coming"))),
        #[cfg(not(feature = "full"))]
        Waiting::NotThere => ("load.notThere", "load.lost"),
        Waiting::Failed if is_online() => ("load.failed", "load.weak"),
        Waiting::Failed => ("load.failed", "load.offline"),
    };
    // What was pressed goes away, and must not take the focus with it.
    let again = move || {
        again();
        focus::on_heading();
    };
    // Look-up has its heading before.
    let heading = if app.screen.get_untracked() == Screen::Look { "h2" } else { "h1" };
    group
        .add(el(heading).attr("tabindex", "-1").live(app.t(what)))
        .add(el("p").live(app.t(why)))
        .add_some((state == Waiting::Failed).then(|| button(app, "load.again", again)))
}
