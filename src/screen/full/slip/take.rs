//! The citizen's side: what to bring, to be ticked off at home.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::slip::{Slip, decode};
use mot_cua_catalogue::ward::Date;

use super::sheet::sheet;
use crate::app::{App, Screen};
use crate::browser::address;
use crate::html::{El, el};
use crate::screen::full::paper;
use crate::screen::procedure::documents::{Ticks, row, tick};
use crate::screen::procedure::record;
use crate::widget::{link_to, quiet_to};

/// The slip of a link; what is no slip says so.
pub(super) fn take(app: App, screen: El, rest: &str) -> El {
    match read(rest) {
        Some((slip, _)) => screen.with(record(app, slip.code, shown)),
        None => screen
            .add(el("h1").attr("tabindex", "-1").live(app.t("slip.title")))
            .add(el("p").attr("role", "alert").live(app.t("slip.broken"))),
    }
}

/// A slip, and the day that its link names.
fn read(rest: &str) -> Option<(Slip, Option<Date>)> {
    let (slip, day) = rest.split_once('/').unwrap_or((rest, ""));
    Some((decode(slip)?, Date::read(day)))
}

/// The address says once more which slip it is.
fn shown(app: App, record: &Procedure) -> El {
    let hash = address::hash();
    let rest = hash.strip_prefix("slip/").unwrap_or_default();
    let Some((slip, day)) = read(rest) else { return el("div") };
    let code = record.code.clone();
    let title = el("h1").class("mc-off-paper").attr("tabindex", "-1").live(app.t("slip.bring"));
    let screen = el("div").class("mc-screen").add(title);
    let Some(missing) = slip.missing(record).filter(|missing| !missing.is_empty()) else {
        return screen
            .add(el("p").class("mc-notice").attr("role", "alert").live(app.t("slip.changed")))
            .add(quiet_to(app, "slip.procedure", Screen::Procedure(code)));
    };
    let ticks = Ticks::of(rest);
    let rows = missing.iter().filter_map(|(case, at)| {
        let document = record.cases.get(*case)?.documents.get(*at)?;
        Some(row(app, document, ticks, tick(*case, *at)))
    });
    let list = el("ul").class("mc-documents").add_all(rows);
    screen
        .add(sheet(app, record, day).add(list).add(el("p").class("mc-hint").live(app.t("slip.ticksHint"))))
        .add(el("p").live(app.t("slip.rule")))
        .add(
            el("div")
                .class("mc-group mc-off-paper")
                .add(paper::print(app, "desk.print"))
                .add(el("div").add(link_to(app, "slip.procedure", Screen::Procedure(code))))
                .add(el("div").add(link_to(app, "procedure.ward", Screen::Elsewhere("ward".to_owned())))),
        )
}
