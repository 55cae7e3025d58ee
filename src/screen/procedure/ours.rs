//! What this ward promises beside the rule: in its own words, apart from the official ones. The build wrote the sentences.

use mot_cua_catalogue::Procedure;
#[cfg(feature = "more")]
use mot_cua_catalogue::ward::holds;
use mot_cua_contract::Pairs;

use super::out;
use crate::app::App;
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
        // Of what holds under a condition the first counts. The small page has no bytes left to follow the clock.
        #[cfg(feature = "more")]
        let (mut held, minute) = (false, app.minute.get());
        let mut list = el("ul").class("mc-promises");
        for line in &lines {
            let words = app.lang.with(|lang| line[lang].to_owned());
            let item = match out(line.get("link").map(String::as_str)) {
                Some(link) => el("li").add(link.text(&words)),
                None => el("li").text(&words),
            };
            #[cfg(feature = "more")]
            let now = !held && holds(line, minute);
            #[cfg(feature = "more")]
            let item = item.add_some(now.then(|| {
                held = true;
                el("b").text(&[" ", &app.word("ward.holdsNow")].concat())
            }));
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
