//! The sheet: on paper, in a picture of the screen, and on the citizen's phone it looks the same.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::ward::Date;
use mot_cua_contract::time::Rounding;

use crate::app::App;
use crate::browser::locale;
use crate::html::{El, el};
use crate::screen::procedure::official;

/// Whose guidance it is, of which day, for what; without what is missing yet. No name of a person. `None`: no day is known.
pub(super) fn sheet(app: App, record: &Procedure, day: Option<Date>) -> El {
    let unit = app.place.with_untracked(|place| place.unit.clone());
    let office = app.config.with_value(|config| config.unit(&unit).map(|unit| unit.name.clone()));
    let of_ward = move || match &office {
        Some(name) => app.word_with("slip.by", &app.text(name)),
        None => app.word("slip.ours"),
    };
    let dated = day.map(|day| {
        let day = day.iso();
        let words = move || {
            let day = app.lang.with(|lang| locale::moment(&[&day, "T12:00"].concat(), Rounding::Day, lang));
            app.word_with("slip.day", &day)
        };
        el("p").live(words)
    });
    let name = record.names.get("vi").unwrap_or(&record.title);
    el("article")
        .class("mc-slip")
        .add(el("h2").live(app.t("slip.title")))
        .add(el("p").class("mc-hint").live(of_ward))
        .add_some(dated)
        .add(official("p").class("mc-need-name").text(name))
        .add(el("p").class("mc-need-code").live(app.t("desk.code")).text(" ").add(el("b").text(&record.code)))
}
