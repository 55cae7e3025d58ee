//! Only one field of work, only what one kind of applicant can file. In the full page alone.

use mot_cua_catalogue::{Index, Who};

use crate::app::App;
use crate::browser::{address, value_of};
use crate::html::{El, el};

const WHO: [(Who, &str); 4] = [
    (Who::Citizen, "filter.who.citizen"),
    (Who::Abroad, "filter.who.abroad"),
    (Who::Business, "filter.who.business"),
    (Who::Organisation, "filter.who.organisation"),
];

/// Beside a query alone: without one the fields stand there to be opened.
pub(super) fn filter(app: App, index: &Index) -> El {
    let now = app.look.filter.get_untracked();
    let fields = index
        .fields()
        .enumerate()
        .map(|(at, (name, _))| option(at, now.field == Some(at)).attr("lang", "vi").text(name));
    let whos =
        WHO.iter().enumerate().map(|(at, (who, key))| option(at, now.who == Some(*who)).live(app.t(key)));
    let field = choice(app, "filter.field", "filter.everyField").add_all(fields).on("input", move |event| {
        app.look.filter.update(|filter| filter.field = value_of(&event).parse().ok());
        named(app);
    });
    let who = choice(app, "filter.who", "filter.everybody").add_all(whos).on("input", move |event| {
        let at = value_of(&event).parse::<usize>().ok();
        app.look.filter.update(|filter| filter.who = at.and_then(|at| Some(WHO.get(at)?.0)));
        named(app);
    });
    let no_query = move || app.look.query.with(|query| query.trim().is_empty()).then(String::new);
    el("div").class("mc-filter").live_attr("hidden", no_query).add(field).add(who)
}

/// The small page has no filters: loaded again, this must not become that one.
fn named(app: App) {
    if app.is_page() {
        address::rename("filter/");
    }
}

fn choice(app: App, label: &'static str, all: &'static str) -> El {
    let named = move || Some(app.word(label));
    el("select")
        .class("mc-input")
        .live_attr("aria-label", named)
        .add(el("option").attr("value", "").live(app.t(all)))
}

fn option(at: usize, is_chosen: bool) -> El {
    el("option").attr("value", &at.to_string()).maybe("selected", is_chosen.then(String::new))
}
