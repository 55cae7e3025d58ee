//! The ward itself: open now or not, how to reach it, who does what there.

pub(super) mod hours;

use mot_cua_catalogue::ward::Ward;
use mot_cua_contract::site::{Counter, Unit};
use mot_cua_contract::text::Text;

use crate::app::{App, Screen};
use crate::html::{El, View, el, nothing, part};
use crate::screen::procedure::group;
use crate::ward;
use crate::widget::{back_to, link};

pub(super) fn ward(app: App) -> El {
    ward::want(app);
    let screen = el("section").class("mc-screen").add(el("div").add(back_to(app, "ward.back", Screen::Look)));
    let id = app.place.with_untracked(|place| place.unit.clone());
    match app.config.with_value(|config| config.unit(&id).cloned()) {
        Some(unit) => of_unit(app, screen, &unit),
        None => screen.add(el("h1").attr("tabindex", "-1").live(app.t("load.notThere"))),
    }
}

fn of_unit(app: App, screen: El, unit: &Unit) -> El {
    let name = unit.name.clone();
    let (written, nothing_known) = (unit.hours.clone(), unit.hours.is_none());
    let time = part(move || match ward::with(app, |ward| ward.hours.clone()).flatten() {
        Some(known) => hours::hours(app, &known).view(),
        None if nothing_known => nothing(),
        None => group(app, "ward.hours").add_some(written.as_ref().map(|words| said(app, words))).view(),
    });
    let counters = unit.counters.iter().map(|one| counter(app, one));
    let desks = || group(app, "ward.counters").add(el("ul").class("mc-desks").add_all(counters));
    let has_desks = !unit.counters.is_empty();
    screen
        .add(el("h1").attr("tabindex", "-1").live(move || app.text(&name)))
        .with(part(move || if ward::is_missing(app) { missing(app).view() } else { nothing() }))
        .with(time)
        .add_some(unit.phone.as_deref().map(|phone| telephone(app, phone)))
        .add_some(unit.address.as_ref().map(|words| group(app, "ward.address").add(said(app, words))))
        .add_some(has_desks.then(desks))
        .with(own(app, "ward.onlineHelp", |app, ward| ward::said(app, &ward.online_help)))
        .with(own(app, "ward.former", |_, ward| ward.former.join(", ")))
}

/// What the site itself says of the unit stands below.
fn missing(app: App) -> El {
    el("div")
        .class("mc-notice")
        .attr("role", "status")
        .add(el("p").live(app.t("ward.missing")))
        .add(el("div").add(link(app, "load.again", move || ward::want(app))))
}

fn said(app: App, words: &Text) -> El {
    let words = words.clone();
    el("p").live(move || app.text(&words))
}

/// Only what a telephone dials becomes the link's address.
fn telephone(app: App, phone: &str) -> El {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    el("a")
        .class("mc-button mc-wide")
        .attr("href", &["tel:", &digits].concat())
        .live(app.t("look.call"))
        .text(&[" ", phone].concat())
}

fn counter(app: App, counter: &Counter) -> El {
    let (name, fields) = (counter.name.clone(), counter.fields.clone());
    let handled = move || {
        let known = |id: &String| {
            let field = |config: &crate::config::Config| {
                config
                    .fields
                    .iter()
                    .find(|field| field.id.eq_ignore_ascii_case(id))
                    .map(|field| field.name.clone())
            };
            app.config.with_value(field).map(|name| app.text(&name))
        };
        fields.iter().filter_map(known).collect::<Vec<_>>().join(", ")
    };
    el("li")
        .add(el("b").live(move || app.text(&name)))
        .add(el("span").class("mc-hit-sub mc-row").live(handled))
}

/// A part that the ward's file may have.
fn own(app: App, key: &'static str, words: fn(App, &Ward) -> String) -> View {
    part(move || match ward::with(app, |ward| words(app, ward)) {
        Some(words) if !words.trim().is_empty() => group(app, key).add(el("p").text(&words)).view(),
        _ => nothing(),
    })
}
