//! What can be pressed: the one main thing of a screen, the other thing, and what looks like a link.

use crate::app::{App, Screen};
use crate::html::{El, el};

/// The main button, as wide as the screen.
pub(crate) fn button(app: App, key: &'static str, pressed: impl Fn() + 'static) -> El {
    styled(app, "mc-button mc-wide", key, pressed)
}

/// A second choice beside the main button.
#[cfg(feature = "more")]
pub(crate) fn quiet(app: App, key: &'static str, pressed: impl Fn() + 'static) -> El {
    styled(app, "mc-button mc-quiet mc-wide", key, pressed)
}

/// A button in the shape of a link.
pub(crate) fn link(app: App, key: &'static str, pressed: impl Fn() + 'static) -> El {
    styled(app, "mc-link", key, pressed)
}

/// A link to another screen. One closure for all of them: each of its own weighs a hundred bytes.
pub(crate) fn link_to(app: App, key: &'static str, to: Screen) -> El {
    going(app, "mc-link", key, to)
}

/// The second choice, which leads to another screen.
pub(crate) fn quiet_to(app: App, key: &'static str, to: Screen) -> El {
    going(app, "mc-button mc-quiet mc-wide", key, to)
}

#[inline(never)]
fn going(app: App, class: &'static str, key: &'static str, to: Screen) -> El {
    styled(app, class, key, move || app.go(to.clone()))
}

/// One screen back; from the first one to `otherwise`.
#[inline(never)]
pub(crate) fn back_to(app: App, key: &'static str, otherwise: Screen) -> El {
    link(app, key, move || app.back(otherwise.clone()))
}

fn styled(app: App, class: &'static str, key: &'static str, pressed: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class(class).click(pressed).live(app.t(key))
}
