//! What can be pressed: the one main thing of a screen, the other thing, and what looks like a link.

use crate::app::App;
use crate::html::{El, el};

/// The main button, as wide as the screen.
pub(crate) fn button(app: App, key: &'static str, pressed: impl Fn() + 'static) -> El {
    styled(app, "mc-button mc-wide", key, pressed)
}

/// A second choice beside the main button.
pub(crate) fn quiet(app: App, key: &'static str, pressed: impl Fn() + 'static) -> El {
    styled(app, "mc-button mc-quiet mc-wide", key, pressed)
}

/// A button in the shape of a link.
pub(crate) fn link(app: App, key: &'static str, pressed: impl Fn() + 'static) -> El {
    styled(app, "mc-link", key, pressed)
}

fn styled(app: App, class: &'static str, key: &'static str, pressed: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class(class).click(pressed).live(app.t(key))
}
