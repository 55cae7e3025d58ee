//! What the record is still worth: another took its place, or it was read long ago.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::Status;

use crate::app::{App, Screen};
use crate::browser::clock;
use crate::html::{El, el};
use crate::widget::link_to;

/// Days after which a record has to be asked about, and after which it is not to be relied on.
const OLD: f64 = 90.0;
const VERY_OLD: f64 = 365.0;

/// Said before all that it says. `None`: it is in force, as far as its source tells, and fresh.
pub(super) fn notice(app: App, record: &Procedure) -> Option<El> {
    let next = record.replaced_by.clone().filter(|code| *code != record.code);
    let ended = next.is_some() || matches!(record.status, Some(Status::Expired | Status::Replaced));
    // A record that does not say when it was read may be old as well.
    let days = record.retrieved.as_deref().map_or(f64::NAN, clock::days_since);
    let key = match () {
        () if ended => "procedure.ended",
        () if days > VERY_OLD => "procedure.veryOld",
        () if days <= OLD => return None,
        () => "procedure.old",
    };
    let to = |code: String| {
        let words = [" ", &code].concat();
        link_to(app, "procedure.next", Screen::Procedure(code)).text(&words)
    };
    Some(el("div").class("mc-notice").add(el("p").live(app.t(key))).add_some(next.map(to)))
}
