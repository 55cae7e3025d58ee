//! What this ward does better than the record asks: in its own words, apart from the official ones.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::{By, Channel, Time};
use mot_cua_catalogue::ward::{Promise, Rule, Weekday, minutes, promised};

use super::ward::hours::{clock, weekday};
use crate::app::App;
use crate::html::{El, View, el, nothing, part};
use crate::screen::procedure::out;
use crate::screen::procedure::ways::how_long;
use crate::ward;

/// Nothing where the ward promises nothing for it, or its file is not here.
pub(crate) fn promise(app: App, record: &Procedure) -> View {
    ward::want(app);
    let (code, law) = (record.code.clone(), in_law(record));
    part(move || match ward::with(app, |ward| ward.promise(&code).cloned()).flatten() {
        Some(promise) => shown(app, promise, law).view(),
        None => nothing(),
    })
}

/// The time that the record gives, at the counter if it does for the counter.
fn in_law(record: &Procedure) -> Option<Time> {
    let time = |channel: &Channel| channel.time.filter(|time| time.unit.is_some() && time.amount > 0.0);
    let at_counter = record.channels.iter().filter(|channel| channel.by == By::InPerson).find_map(time);
    at_counter.or_else(|| record.channels.iter().find_map(time))
}

fn shown(app: App, promise: Promise, law: Option<Time>) -> El {
    let yes = |promised: bool, key: &'static str| promised.then(|| el("li").live(app.t(key)));
    let list = el("ul")
        .class("mc-promises")
        .add_some(promise.time.filter(|time| time.amount > 0.0).map(|time| general(app, time, law)))
        .add_all(promise.when.iter().filter_map(|rule| under(app, &promise, rule)))
        .add_some(yes(promise.at_once, "ward.atOnce"))
        .add_some(yes(promise.no_appointment, "ward.noAppointment"))
        .add_some(own(app, &promise.delivery, "ward.delivery"))
        .add_some(counter(app, &promise))
        .add_some(own(app, &promise.tips, "ward.tips"));
    let samples = promise.samples.iter().filter_map(|(name, url)| {
        let link = out(Some(url))?;
        Some(el("li").add(link.live(app.t("ward.sample")).text(" ").text(name)))
    });
    el("section")
        .class("mc-ours")
        .add(el("h2").live(app.t("ward.ours")))
        .add(list)
        .add(el("ul").class("mc-plain").add_all(samples))
        .add(el("p").class("mc-hint").live(app.t("ward.oursHint")))
}

/// `Here: 1 day (by law: 3 days)`.
fn general(app: App, time: Time, law: Option<Time>) -> El {
    let words = move || {
        let here = app.word_with("ward.here", &how_long(app, Some(time)));
        match law {
            Some(law) => [&here, " (", &app.word_with("ward.law", &how_long(app, Some(law))), ")"].concat(),
            None => here,
        }
    };
    el("li").class("mc-ours-time").live(words)
}

/// `Wednesday, before 15:00: within 2 hours`. `None`: it makes no sense and never holds.
fn under(app: App, promise: &Promise, rule: &Rule) -> Option<El> {
    let days: Vec<Weekday> = rule.days.iter().filter_map(|day| Weekday::read(day)).collect();
    let before = rule.before.as_deref().map(minutes);
    if (days.is_empty() && !rule.days.is_empty()) || before == Some(None) || rule.time.amount <= 0.0 {
        return None;
    }
    let (before, time) = (before.flatten(), rule.time);
    let holds =
        ward::now().and_then(|now| promised(promise, now)?.rule).is_some_and(|now| std::ptr::eq(now, rule));
    let words = move || {
        let mut when: Vec<String> = days.iter().map(|day| weekday(app, *day)).collect();
        when.extend(before.map(|minute| app.word_with("ward.before", &clock(minute))));
        let when = if when.is_empty() { app.word("ward.anyTime") } else { when.join(", ") };
        [&when, ": ", &how_long(app, Some(time))].concat()
    };
    let now = || el("b").live(move || [" ", &app.word("ward.holdsNow")].concat());
    Some(el("li").live(words).add_some(holds.then(now)))
}

/// The ward's words behind what they are about.
fn own(app: App, words: &mot_cua_contract::Pairs, key: &'static str) -> Option<El> {
    let words = words.clone();
    (!words.is_empty()).then(|| el("li").live(move || app.word_with(key, &ward::said(app, &words))))
}

fn counter(app: App, promise: &Promise) -> Option<El> {
    let unit = app.place.with_untracked(|place| place.unit.clone());
    let id = promise.counter.as_deref()?;
    let name = app
        .config
        .with_value(|config| config.unit(&unit)?.counter(id).map(|counter| counter.name.clone()))?;
    Some(el("li").live(move || app.word_with("ward.counter", &app.text(&name))))
}
