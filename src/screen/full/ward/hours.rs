//! Open or closed, the week, and the days that differ; by the clock of Việt Nam.

use std::rc::Rc;

use mot_cua_catalogue::ward::{Date, Desk, Hours, Moment, Special, Weekday, desk, week};
use mot_cua_contract::Pairs;

use crate::app::App;
use crate::browser::locale::{self, Day};
use crate::html::{El, el};
use crate::screen::procedure::group;
use crate::ward;

pub(super) fn hours(app: App, hours: &Hours) -> El {
    // The days ahead are those of when this was opened; what else depends on the clock follows it.
    let now = ward::now();
    let days = week(hours).into_iter().map(|(day, shifts)| {
        let name = el("dt").live(move || weekday(app, day));
        let times = el("dd").live(move || times(app, &shifts));
        let today = move || Some(ward::now_in(app)?.date.weekday() == day);
        let here = move || today().filter(|today| *today).map(|_| "date".to_owned());
        el("div").live_attr("aria-current", here).add(name).add(times)
    });
    let ahead = |special: &&Special| now.is_some_and(|now| special.is_ahead(now.date));
    let special: Vec<El> = hours.special.iter().filter(ahead).map(|one| differs(app, one)).collect();
    let differing = (!special.is_empty()).then(|| el("ul").class("mc-desks").add_all(special));
    let heading = differing.is_some().then(|| el("h3").live(app.t("ward.special")));
    group(app, "ward.hours")
        .add_some(now.map(|_| state(app, hours)))
        .add(el("dl").class("mc-week").add_all(days))
        .add_some(heading)
        .add_some(differing)
}

/// Open or closed: says so again when that changes while the page is open.
fn state(app: App, hours: &Hours) -> El {
    let hours = Rc::new(hours.clone());
    let (signed, noted) = (hours.clone(), hours.clone());
    let sign = move || {
        let open = matches!(desk(&signed, ward::now_in(app)?), Desk::Open { .. });
        Some(if open { "open" } else { "closed" }.to_owned())
    };
    let words = move || ward::now_in(app).map(|now| said(app, &desk(&hours, now), now)).unwrap_or_default();
    let note = move || {
        let why = ward::now_in(app).and_then(|now| why(desk(&noted, now)));
        why.map(|why| app.word_with("ward.today", &ward::said(app, &why))).unwrap_or_default()
    };
    el("div")
        .class("mc-open")
        .attr("role", "status")
        .live_attr("data-desk", sign)
        .add(el("p").add(el("b").live(words)))
        .add(el("p").live(note))
}

fn said(app: App, desk: &Desk<'_>, now: Moment) -> String {
    match *desk {
        Desk::Open { until, .. } => app.word_with("ward.open", &clock(until)),
        Desk::Closed { opens: None, .. } => app.word("ward.closed"),
        Desk::Closed { opens: Some(at), .. } if at.date == now.date => {
            app.word_with("ward.opensToday", &clock(at.minute))
        }
        Desk::Closed { opens: Some(at), .. } => {
            let when = [clock(at.minute), day(app, at.date)].join(", ");
            app.word_with("ward.opens", &when)
        }
    }
}

/// Why today differs. `None`: it does not, or nobody says.
fn why(desk: Desk<'_>) -> Option<Pairs> {
    let (Desk::Open { special, .. } | Desk::Closed { special, .. }) = desk;
    special.map(|special| special.note.clone()).filter(|note| !note.is_empty())
}

/// One day, or several in a row, and what holds then.
fn differs(app: App, special: &Special) -> El {
    let (first, last) = (Date::read(&special.date), special.to.as_deref().and_then(Date::read));
    let days = move || {
        let mut days: Vec<String> = first.into_iter().chain(last).map(|date| day(app, date)).collect();
        days.dedup();
        days.join(" – ")
    };
    let (note, shifts) = (special.note.clone(), special.shifts());
    let held = move || match ward::said(app, &note) {
        note if note.is_empty() => times(app, &shifts),
        note => [note, times(app, &shifts)].join("\n"),
    };
    el("li").add(el("b").live(days)).add(el("p").live(held))
}

/// A line each.
fn times(app: App, shifts: &[(u16, u16)]) -> String {
    if shifts.is_empty() {
        return app.word("ward.shut");
    }
    let spans = shifts.iter().map(|(from, to)| [clock(*from), clock(*to)].join("–"));
    spans.collect::<Vec<_>>().join("\n")
}

/// `7:30`; minutes since midnight.
fn clock(minute: u16) -> String {
    let rest = minute % 60;
    let pad = if rest < 10 { ":0" } else { ":" };
    [&(minute / 60).to_string(), pad, &rest.to_string()].concat()
}

/// Its name. Call it in a reactive closure.
fn weekday(app: App, day: Weekday) -> String {
    // 1 January 2024 was a Monday, as the first of them.
    let date = ["2024-01-0", &(day as u8 + 1).to_string()].concat();
    app.lang.with(|lang| locale::day(&date, Day::Name, lang))
}

fn day(app: App, date: Date) -> String {
    app.lang.with(|lang| locale::day(&date.iso(), Day::Date, lang))
}
