//! The line that says what became of the answer: where it is, why it is not sent yet, and what helps. It says "kept" only
//! when storage confirmed, "sent" only when the backend did.

use crate::app::{App, Screen};
use crate::browser::locale;
use crate::html::{El, el, nothing};
use crate::widget::link_to;
use mot_cua_outbox::{Keeping, Trouble};

/// The line for the answer of this visit, and the way to what can be done; nothing while there is none.
pub(crate) fn keeping_line(app: App) -> El {
    let line = move || {
        let Some(id) = app.answer.with(|answer| answer.as_ref().map(|answer| answer.id.clone())) else {
            return nothing();
        };
        let keeping = state(app, &id);
        // The faces give way to the next screen in a moment, and to draw this one first would hold up "kept".
        if keeping == Keeping::Saving && app.screen.get_untracked() == Screen::Rate {
            return nothing();
        }
        let see = || link_to(app, "keep.see", Screen::Pending);
        let stuck = match keeping {
            Keeping::Refused { .. } | Keeping::Shortened | Keeping::Unkept { trouble: Some(_) } => true,
            _ => trouble(&keeping) == Some(Trouble::Blocked),
        };
        told(app, &keeping).add_some(stuck.then(see)).view()
    };
    el("div").attr("role", "status").part(line)
}

/// What may be said of an answer now. Call it in a reactive closure.
pub(crate) fn state(app: App, id: &str) -> Keeping {
    app.delivery.with_value(|delivery| delivery.state(id)).get()
}

/// Sign and sentences as a line, and the way through a network's login page: any address leads there, our own too.
pub(crate) fn told(app: App, keeping: &Keeping) -> El {
    let Some((sign, words)) = said(app, keeping) else { return el("div") };
    let door = || {
        el("a")
            .class("mc-link")
            .attr("href", "")
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .live(app.t("keep.openLogin"))
    };
    el("div")
        .add(el("p").class("mc-keeping").attr("data-keep", sign).text(&words))
        .add_some((trouble(keeping) == Some(Trouble::LoginPage)).then(door))
}

fn trouble(keeping: &Keeping) -> Option<Trouble> {
    match keeping {
        Keeping::Kept { trouble } | Keeping::Unkept { trouble } | Keeping::Deleting { trouble } => *trouble,
        _ => None,
    }
}

/// The sign (for the sheet) and the sentences. Warm colours only where the citizen can do something: what only the ward or
/// the portal can mend waits quietly.
fn said(app: App, keeping: &Keeping) -> Option<(&'static str, String)> {
    let (sign, place, reason) = match keeping {
        Keeping::Nothing => return None,
        Keeping::Saving => ("saving", "keep.saving", None),
        Keeping::Kept { trouble: Some(Trouble::LoginPage) } => ("attention", "keep.kept", Some("keep.login")),
        Keeping::Kept { trouble } => ("kept", "keep.kept", Some(why(*trouble))),
        Keeping::Sending => ("sending", "keep.kept", Some("keep.sending")),
        Keeping::Sent { at_ms, .. } => {
            let time = app.lang.with(|lang| locale::clock_time(*at_ms, lang));
            return Some(("sent", app.word_with("keep.sent", &time)));
        }
        Keeping::Unkept { trouble: None } => ("unkept", "keep.unkept", Some("keep.sending")),
        Keeping::Unkept { trouble } => ("unkept", "keep.unkept", Some(why(*trouble))),
        Keeping::Refused { .. } => ("attention", "keep.kept", Some("keep.refused")),
        Keeping::Shortened => ("attention", "keep.shortened", None),
        Keeping::Deleting { .. } => ("kept", "keep.deleting", None),
        Keeping::Deleted => ("sent", "keep.deleted", None),
        Keeping::Forgotten => ("kept", "keep.forgotten", None),
    };
    let mut words = app.word(place);
    if let Some(reason) = reason {
        words.push(' ');
        words.push_str(&app.word(reason));
    }
    Some((sign, words))
}

/// Why it is not sent yet.
fn why(trouble: Option<Trouble>) -> &'static str {
    match trouble {
        None => "keep.waits",
        Some(Trouble::NoConnection) => "keep.offline",
        Some(Trouble::Busy) => "keep.busy",
        Some(Trouble::LoginPage) => "keep.login",
        Some(Trouble::Paused { .. }) => "keep.paused",
        Some(Trouble::Blocked) => "keep.blocked",
    }
}
