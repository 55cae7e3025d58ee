//! One procedure: how long, how much, what to bring; then the official prose, and where it comes from.

pub(crate) mod documents;
pub(crate) mod ways;
mod worth;

use mot_cua_catalogue::Procedure;

use crate::app::{App, Screen};
use crate::html::{El, View, el, nothing, part};
use crate::look::Load;
use crate::rating;
use crate::widget::{Waiting, button, link, quiet, waiting};

pub(crate) fn procedure(app: App, code: String) -> El {
    el("section")
        .class("mc-screen")
        .add(link(app, "procedure.back", move || app.back(Screen::Look)))
        .with(record(app, code, shown))
}

/// The record of `code` as `shown` shows it, once it is here.
pub(crate) fn record(app: App, code: String, shown: fn(App, &Procedure) -> El) -> View {
    app.look.want_record(&code);
    part(move || match app.look.record.get() {
        Load::Here(record) => shown(app, &record).view(),
        Load::Idle | Load::Coming => waiting(app, Waiting::Coming, || {}).view(),
        Load::NotThere => waiting(app, Waiting::NotThere, || {}).view(),
        Load::Failed => {
            let code = code.clone();
            waiting(app, Waiting::Failed, move || app.look.want_record(&code)).view()
        }
    })
}

fn shown(app: App, record: &Procedure) -> El {
    let code = record.code.clone();
    let results: Vec<&str> = record.results.iter().map(|result| result.name.as_str()).collect();
    let office: Vec<&str> = record.office.as_deref().into_iter().chain(record.authority.as_deref()).collect();
    let mut legal: Vec<&str> = record.legal.iter().map(String::as_str).collect();
    legal.extend(record.legal_text.as_deref());
    let prose = el("div")
        .add_some(prose(app, "procedure.steps", record.steps.as_deref().unwrap_or_default()))
        .add_some(prose(app, "procedure.requirements", record.requirements.as_deref().unwrap_or_default()))
        .add_some(prose(app, "procedure.description", record.description.as_deref().unwrap_or_default()))
        .add_some(prose(app, "procedure.audience", record.audience.as_deref().unwrap_or_default()))
        .add_some(prose(app, "procedure.results", &results.join("\n")))
        .add_some(prose(app, "procedure.office", &office.join("\n")))
        .add_some(prose(app, "procedure.legal", &legal.join("\n")));
    let screen = el("div").class("mc-screen").add(head(app, record)).add_some(worth::notice(app, record));
    #[cfg(feature = "full")]
    let screen = screen.with(super::full::promise(app, record));
    screen
        .add(group(app, "procedure.ways").add(ways::ways(app, record)))
        .add(documents::documents(app, record))
        .add_some(to_desk(app, &code))
        .add(prose)
        .add(source(app, record))
        .add(button(app, "procedure.rate", move || rating::about_procedure(app, code.clone())))
}

/// A part of the screen under its heading.
pub(crate) fn group(app: App, key: &'static str) -> El {
    el("div").class("mc-group").add(el("h2").live(app.t(key)))
}

/// To the screens for the desk and of the ward, which the full page has. In a host page the address is not ours.
fn to_desk(app: App, code: &str) -> Option<El> {
    let hash = ["desk/", code].concat();
    let ward = || link(app, "procedure.ward", move || app.go(Screen::Elsewhere("ward".to_owned())));
    let desk = || quiet(app, "procedure.desk", move || app.go(Screen::Elsewhere(hash.clone())));
    app.is_page().then(|| el("div").class("mc-group").add(desk()).add(el("div").add(ward())))
}

pub(crate) fn head(app: App, record: &Procedure) -> El {
    let names = record.names.clone();
    let name = move || match app.lang.with(|lang| names.get(lang).cloned()) {
        Some(name) => el("p").class("mc-hint").text(&name).view(),
        None => nothing(),
    };
    let summary = || el("p").class("mc-notice").live(app.t("procedure.summary"));
    el("div")
        .class("mc-group")
        .add(official("h1").attr("tabindex", "-1").text(record.title.as_str()))
        .part(name)
        .add(official("p").class("mc-hint").text(&[&record.code, " · ", &record.field].concat()))
        .add_some(record.summary.then(summary))
}

/// Official words are Vietnamese whatever the language of the page.
pub(crate) fn official(tag: &'static str) -> El {
    el(tag).attr("lang", "vi")
}

/// Official text under its heading, closed until asked for; a line of the record is a paragraph.
fn prose(app: App, key: &'static str, text: &str) -> Option<El> {
    if text.trim().is_empty() {
        return None;
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraphs = official("div").class("mc-prose").add_all(lines.map(|line| el("p").text(line)));
    Some(el("details").class("mc-more").add(el("summary").live(app.t(key))).add(paragraphs))
}

/// Where it was read and when: the catalogue moves fast.
fn source(app: App, record: &Procedure) -> El {
    let value = |value: &Option<String>| match value.clone() {
        Some(value) => el("dd").text(&value),
        None => el("dd").live(app.t("procedure.unknown")),
    };
    let pairs = el("dl")
        .class("mc-pair")
        .add(el("dt").live(app.t("procedure.decision")))
        .add(value(&record.decision))
        .add(el("dt").live(app.t("procedure.retrieved")))
        .add(value(&record.retrieved));
    let open = out(record.source.as_deref()).map(|link| link.live(app.t("procedure.open")));
    group(app, "procedure.source").add(pairs).add_some(open)
}

/// A link that opens beside this page, still without words. Only web addresses: a record is not trusted with another scheme.
pub(crate) fn out(url: Option<&str>) -> Option<El> {
    let url = url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))?;
    let link = el("a").class("mc-link").attr("href", url);
    Some(link.attr("rel", "noopener noreferrer").attr("target", "_blank"))
}
