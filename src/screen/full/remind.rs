//! A paper that runs out: what, when, into the calendar. It is kept on this phone alone, as procedure and day.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::remind::{Entry, HASH, Reminder, calendar};

use crate::app::{App, Screen};
use crate::browser::locale::{self, Day};
use crate::browser::{address, copy, prefs, share};
use crate::html::{El, el};
use crate::look::Load;
use crate::prelude::*;
use crate::screen::procedure::{official, record};
use crate::ward;
use crate::widget::{Waiting, back_to, link, link_to, quiet_to, waiting};

/// `1001193/2027-01-15`, with blanks between; the last one that was scanned first.
const KEPT: &str = "papers";
/// Of a household: more would only be in the way.
const MOST: usize = 20;

pub(super) fn remind(app: App, rest: &str) -> El {
    let screen = el("section").class("mc-screen").add(el("div").add(back_to(app, "slip.back", Screen::Look)));
    let kept = RwSignal::new(prefs::get(KEPT).unwrap_or_default());
    match Reminder::read(rest) {
        Some(reminder) => {
            keep(kept, rest);
            screen.with(record(app, reminder.code, paper)).part(move || others(app, kept).view())
        }
        None if rest.is_empty() => screen
            .add(el("h1").attr("tabindex", "-1").live(app.t("remind.title")))
            .part(move || others(app, kept).view()),
        None => screen.add(waiting(app, Waiting::NotThere, || {})),
    }
}

/// The address says once more which day it is.
fn paper(app: App, record: &Procedure) -> El {
    let hash = address::hash();
    let Some(reminder) = hash.strip_prefix(HASH).and_then(Reminder::read) else { return el("div") };
    let name = record.names.get("vi").unwrap_or(&record.title).clone();
    let until = reminder.until.iso();
    let day = move || app.lang.with(|lang| locale::day(&until, Day::Date, lang));
    let left = ward::now().map(|now| now.date.days_until(reminder.until));
    let (look, words) = match left {
        Some(days @ 1..) => ("mc-left", app.word_with("remind.left", &days.to_string())),
        Some(0) => ("mc-notice", app.word("remind.today")),
        Some(_) => ("mc-notice", app.word("remind.over")),
        None => ("mc-left", String::new()),
    };
    let code = reminder.code.clone();
    el("div")
        .class("mc-group")
        .add(el("h1").attr("tabindex", "-1").live(app.t("remind.title")))
        .add(official("p").class("mc-hit-title").text(&name))
        .add(el("p").live(app.t("remind.until")))
        .add(el("p").class("mc-day").live(day))
        .add(el("p").class(look).text(&words))
        .add(into_calendar(app, &reminder, &name))
        .add(el("p").class("mc-hint").attr("role", "status").live(app.t("remind.kept")))
        .add(quiet_to(app, "remind.bring", Screen::Procedure(code)))
}

fn into_calendar(app: App, reminder: &Reminder, name: &str) -> El {
    if !copy::saves_files() {
        return el("p").class("mc-hint").live(app.t("remind.otherBrowser"));
    }
    let hash = reminder.hash();
    let entry = Entry {
        uid: [&hash, "@mot-cua"].concat(),
        until: reminder.until,
        title: app.word_with("remind.entry", name),
        text: String::new(),
        url: share::absolute(&["#", &hash].concat()).unwrap_or_default(),
    };
    let made = ward::now().map_or(reminder.until, |now| now.date);
    el("a")
        .class("mc-button mc-wide")
        .attr("download", "nhac-han.ics")
        .attr("href", &copy::calendar_address(&calendar(&[entry], made)))
        .live(app.t("remind.add"))
}

/// All that this phone was told, the nearest day first, and the way to be rid of each.
fn others(app: App, kept: RwSignal<String>) -> El {
    let mut all: Vec<Reminder> = kept.with(|kept| kept.split(' ').filter_map(Reminder::read).collect());
    all.sort_by_key(|one| one.until);
    if all.is_empty() {
        return el("p").class("mc-hint").live(app.t("remind.none"));
    }
    let rows = all.into_iter().map(|one| {
        let hash = one.hash();
        let rest = hash.strip_prefix(HASH).unwrap_or_default().to_owned();
        let title = titled(app, &one.code);
        let (until, lang) = (one.until.iso(), app.lang.get());
        let see = el("a").class("mc-link").attr("href", &["#", &hash].concat()).text(&title);
        el("li")
            .add(see)
            .add(el("p").class("mc-hit-sub").text(&locale::day(&until, Day::Date, &lang)))
            .add(link(app, "remind.forget", move || forget(kept, &rest)))
    });
    el("section")
        .class("mc-group")
        .add(el("h2").live(app.t("remind.all")))
        .add(el("ul").class("mc-papers").add_all(rows))
        .add(el("div").add(link_to(app, "procedure.ward", Screen::Elsewhere("ward".to_owned()))))
}

/// The code, until the list of procedures is here.
fn titled(app: App, code: &str) -> String {
    app.look.index.with(|index| match index {
        Load::Here(index) => index.find(code).map_or_else(|| code.to_owned(), |item| item.title.to_owned()),
        _ => code.to_owned(),
    })
}

fn keep(kept: RwSignal<String>, rest: &str) {
    let old = kept.get_untracked();
    let others = old.split(' ').filter(|one| *one != rest && !one.is_empty()).take(MOST - 1);
    save(kept, std::iter::once(rest).chain(others).collect());
}

fn forget(kept: RwSignal<String>, rest: &str) {
    let old = kept.get_untracked();
    save(kept, old.split(' ').filter(|one| *one != rest).collect());
}

fn save(kept: RwSignal<String>, all: Vec<&str>) {
    let all = all.join(" ");
    prefs::set(KEPT, &all);
    kept.set(all);
}
