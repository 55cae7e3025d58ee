//! What this ward promises beside the rule: in its own words, apart from the official ones. The build wrote the sentences.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::ward::holds;
use mot_cua_contract::Pairs;

use super::out;
use crate::app::App;
#[cfg(not(feature = "more"))]
use crate::browser::clock;
use crate::html::{View, el, nothing, part};

/// Nothing where the ward promises nothing for it.
pub(crate) fn ours(app: App, record: &Procedure) -> View {
    let unit = app.place.with_untracked(|place| place.unit.clone());
    let lines: Vec<Pairs> =
        record.ours.iter().filter(|line| line["unit"].eq_ignore_ascii_case(&unit)).cloned().collect();
    part(move || {
        if lines.is_empty() {
            return nothing();
        }
        // Of what holds under a condition the first counts.
        let mut held = false;
        let minute = minute(app);
        let mut list = el("ul").class("mc-promises");
        for line in &lines {
            let words = app.lang.with(|lang| line[lang].to_owned());
            let mut item = match out(line.get("link").map(String::as_str)) {
                Some(link) => el("li").add(link.text(&words)),
                None => el("li").text(&words),
            };
            if !held && holds(line, minute) {
                held = true;
                item = item.add(el("b").text(&[" ", &app.word("procedure.holdsNow")].concat()));
            }
            list = list.add(item);
        }
        el("section")
            .class("mc-ours")
            .add(el("h2").text(&app.word("procedure.ours")))
            .add(list)
            .add(el("p").class("mc-hint").text(&app.word("procedure.oursHint")))
            .view()
    })
}

#[cfg(feature = "more")]
fn minute(app: App) -> u32 {
    app.minute.get()
}

/// The small page has no bytes left to follow the clock: it says what held when this was opened.
#[cfg(not(feature = "more"))]
fn minute(_: App) -> u32 {
    clock::minute()
}
