//! What stands where something is still coming, or did not come.

use crate::app::App;
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

/// The sentence, and the button that helps.
pub(crate) fn waiting(app: App, state: Waiting, again: impl Fn() + 'static) -> El {
    let key = match state {
        Waiting::Coming => "load.coming",
        #[cfg(not(feature = "full"))]
        Waiting::NotThere => "load.notThere",
        Waiting::Failed => "load.failed",
    };
    el("div")
        .class("mc-group")
        .attr("role", "status")
        .add(el("p").live(app.t(key)))
        .add_some((state == Waiting::Failed).then(|| button(app, "load.again", again)))
}
