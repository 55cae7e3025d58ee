//! Screens that the small page has not: of look-up, each found by its hash, and those of a survey of any kind.

#[cfg(feature = "more")]
mod case;
#[cfg(feature = "more")]
mod desk;
#[cfg(feature = "more")]
mod life;
#[cfg(feature = "more")]
mod paper;
#[cfg(feature = "full")]
pub(crate) mod preview;
#[cfg(feature = "more")]
mod remind;
#[cfg(feature = "full")]
pub(crate) mod reply;
#[cfg(feature = "more")]
mod slip;
#[cfg(feature = "full")]
pub(crate) mod survey;
#[cfg(feature = "more")]
mod ward;

#[cfg(feature = "more")]
pub(crate) use look_up::page;

#[cfg(feature = "more")]
mod look_up {
    use super::{desk, life, remind, slip, ward};
    use crate::app::{App, Screen};
    use crate::browser::address;
    use crate::html::{El, View, el};
    use crate::screen::elsewhere::elsewhere;
    use crate::screen::look::look;
    use crate::widget::{Waiting, back_to, waiting};

    /// Look-up with what was typed on the small page, which has no filters.
    fn filtered(app: App, query: &str) -> El {
        if app.look.query.with_untracked(String::is_empty) {
            app.look.query.set(address::decoded(query));
        }
        look(app)
    }

    /// `hash` begins with one of [`crate::elsewhere::NAMES`].
    pub(crate) fn page(app: App, hash: &str) -> View {
        let (name, rest) = hash.split_once('/').unwrap_or((hash, ""));
        match name {
            "desk" => desk::desk(app, rest),
            "filter" => filtered(app, rest),
            "life" => life::life(app, rest),
            "remind" => remind::remind(app, rest),
            "slip" => slip::slip(app, rest),
            "ward" => ward::ward(app),
            "rate" => elsewhere(app),
            _ => el("section")
                .class("mc-screen")
                .add(back_to(app, "procedure.back", Screen::Look))
                .add(waiting(app, Waiting::NotThere, || {})),
        }
        .view()
    }
}
