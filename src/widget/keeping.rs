//! The line that says what became of the answer. It says "kept" only when storage confirmed, "sent" only when the
//! backend did.

use crate::prelude::*;

use crate::app::App;
use crate::browser::locale;
use crate::html::{El, el, nothing};
use mot_cua_outbox::{Keeping, Trouble};

/// The line for the answer of this visit; nothing while there is none.
pub(crate) fn keeping_line(app: App) -> El {
    let line = move || {
        let id = app.answer.with(|answer| answer.as_ref().map(|answer| answer.id.clone()));
        let keeping = id.map(|id| app.delivery.with_value(|delivery| delivery.state(&id)).get());
        keeping.and_then(|keeping| told(app, &keeping)).map_or_else(nothing, El::view)
    };
    el("div").attr("role", "status").part(line)
}

/// Sign and sentence as a line.
pub(crate) fn told(app: App, keeping: &Keeping) -> Option<El> {
    let (sign, words) = said(app, keeping)?;
    Some(el("p").class("mc-keeping").attr("data-keep", sign).text(&words))
}

/// The sign (for the sheet) and the sentence. `None`: there is nothing to say.
fn said(app: App, keeping: &Keeping) -> Option<(&'static str, String)> {
    let (sign, key) = match keeping {
        Keeping::Nothing | Keeping::Deleted => return None,
        Keeping::Saving => ("saving", "keep.saving"),
        Keeping::Kept { trouble: Some(trouble) } => match trouble {
            Trouble::LoginPage => ("attention", "keep.login"),
            Trouble::Paused { .. } => ("attention", "keep.attention"),
            Trouble::NoConnection | Trouble::Busy => ("kept", "keep.kept"),
        },
        Keeping::Kept { trouble: None } => ("kept", "keep.kept"),
        Keeping::Sending => ("sending", "keep.sending"),
        Keeping::Sent { at_ms, .. } => {
            let time = app.lang.with(|lang| locale::clock_time(*at_ms, lang));
            return Some(("sent", app.words.with(|words| words.with("keep.sent", &time))));
        }
        Keeping::Unkept { trouble: None } => ("unkept", "keep.unkeptSending"),
        Keeping::Unkept { trouble: Some(_) } => ("unkept", "keep.unkept"),
        Keeping::Refused { .. } => ("attention", "keep.attention"),
        Keeping::Deleting { .. } => ("kept", "keep.deleting"),
        Keeping::Forgotten => ("kept", "keep.forgotten"),
    };
    Some((sign, app.words.with(|words| words.get(key))))
}
