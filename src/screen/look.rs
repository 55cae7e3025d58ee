//! Look-up: type as you would say it; or go by field of work.

use std::ops::Range;

use mot_cua_catalogue::Index;

use crate::app::{App, Screen};
use crate::browser::value_of;
use crate::html::{El, el};
use crate::look::Load;
use crate::widget::{Waiting, link, quiet, reminder, waiting};

/// Enough for a phone's screen and a half; who needs more types a word more.
const MOST: usize = 20;

pub(crate) fn look(app: App) -> El {
    app.look.want_index();
    let body = move || match app.look.index.get() {
        Load::Here(index) => found(app, &index).view(),
        Load::Idle | Load::Coming => waiting(app, Waiting::Coming, || {}).view(),
        Load::NotThere => waiting(app, Waiting::NotThere, || {}).view(),
        Load::Failed => waiting(app, Waiting::Failed, move || app.look.want_index()).view(),
    };
    let field = el("input")
        .class("mc-input")
        .attr("id", "mc-query")
        .attr("type", "search")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("maxlength", "200")
        .value(move || app.look.query.get())
        .on("input", move |event| app.look.query.set(value_of(&event)));
    let search = el("div")
        .class("mc-search")
        .add(el("h1").attr("tabindex", "-1").live(app.t("look.title")))
        .add(el("label").class("mc-hint").attr("for", "mc-query").live(app.t("look.hint")))
        .add(field);
    el("section").class("mc-screen").add(search).part(body).with(reminder(app))
}

fn found(app: App, index: &Index) -> El {
    let query = app.look.query.get();
    if query.trim().is_empty() {
        return match app.look.field.get() {
            Some(field) => of_field(app, index, field),
            None => fields(app, index),
        };
    }
    let hits = index.search(&query, MOST);
    let count = hits.len();
    let told = move || match count {
        0 => app.word("look.none"),
        _ => app.word_with("look.count", &count.to_string()),
    };
    el("div")
        .class("mc-group")
        .add(el("p").class("mc-hint").attr("role", "status").live(told))
        .add_some((count == 0).then(|| nothing(app)))
        .add(
            el("ul")
                .class("mc-hits")
                .add_all(hits.iter().filter_map(|hit| row(app, index, hit.item, &query))),
        )
}

/// Nothing found: by field, or ask the ward.
fn nothing(app: App) -> El {
    let unit = app.place.with_untracked(|place| place.unit.clone());
    let phone = app.config.with_value(|config| config.unit(&unit).and_then(|unit| unit.phone.clone()));
    let call = phone.map(|phone| {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        el("a")
            .class("mc-link")
            .attr("href", &["tel:", &digits].concat())
            .live(app.t("look.call"))
            .text(&[" ", &phone].concat())
    });
    el("div").class("mc-group").add(el("p").live(app.t("look.noneHelp"))).add_some(call).add(quiet(
        app,
        "look.byField",
        move || app.look.query.set(String::new()),
    ))
}

fn fields(app: App, index: &Index) -> El {
    let rows = index.fields().enumerate().map(|(at, (name, count))| {
        let sub =
            el("span").class("mc-hit-sub").live(move || app.word_with("look.inField", &count.to_string()));
        hit(move || app.look.field.set(Some(at))).add(official("bdi", "mc-hit-title").text(name)).add(sub)
    });
    el("div")
        .class("mc-group")
        .add(el("h2").live(app.t("look.fields")))
        .add(el("ul").class("mc-hits").add_all(rows.map(|row| el("li").add(row))))
}

fn of_field(app: App, index: &Index, field: usize) -> El {
    let name = index.fields().nth(field).map_or("", |(name, _)| name);
    el("div")
        .class("mc-group")
        .add(link(app, "look.allFields", move || app.look.field.set(None)))
        .add(official("h2", "").text(name))
        .add(
            el("ul")
                .class("mc-hits")
                .add_all(index.in_field(field).filter_map(|item| row(app, index, item, ""))),
        )
}

fn row(app: App, index: &Index, item: usize, query: &str) -> Option<El> {
    let item = index.item(item)?;
    let code = item.code.to_owned();
    let name = app.lang.with(|lang| item.name(lang).map(str::to_owned)).filter(|name| name != item.title);
    let title = marked(official("bdi", "mc-hit-title"), item.title, &index.highlight(query, item.at));
    let row = hit(move || app.go(Screen::Procedure(code.clone())))
        .add(title)
        .add_some(name.map(|name| el("span").class("mc-hit-sub").text(&name)))
        .add(official("bdi", "mc-hit-sub").text(&[item.code, " · ", item.field].concat()));
    Some(el("li").add(row))
}

fn hit(pressed: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class("mc-hit").click(pressed)
}

/// Official words are Vietnamese whatever the language of the page: a screen reader must know. (`bdi`, because the sheet
/// hides a `span` of another language: that is how the static page switches.)
fn official(tag: &'static str, class: &'static str) -> El {
    el(tag).class(class).attr("lang", "vi")
}

/// The title as text and `<mark>`, by byte ranges that lie on letters' borders.
fn marked(mut line: El, title: &str, ranges: &[Range<usize>]) -> El {
    let mut at = 0;
    for range in ranges {
        let (Some(before), Some(hit)) = (title.get(at..range.start), title.get(range.clone())) else {
            continue;
        };
        line = line.text(before).add(el("mark").text(hit));
        at = range.end;
    }
    line.text(title.get(at..).unwrap_or_default())
}
