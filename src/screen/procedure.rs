//! One procedure: how long, how much, what to bring; then the official prose, and where it comes from.

pub(crate) mod documents;
mod ours;
pub(crate) mod ways;
mod worth;

use mot_cua_catalogue::Procedure;
#[cfg(feature = "more")]
pub(crate) use ours::ours;

use crate::app::{App, Screen};
use crate::browser::focus;
use crate::html::{El, View, el, part};
use crate::look::Load;
use crate::rating;
use crate::widget::{Waiting, back_to, button, link_to, quiet_to, waiting};

pub(crate) fn procedure(app: App, code: String) -> El {
    el("section")
        .class("mc-screen")
        .add(back_to(app, "procedure.back", Screen::Look))
        .with(record(app, code, shown))
}

/// The record of `code` as `shown` shows it, once it is here.
pub(crate) fn record(app: App, code: String, shown: fn(App, &Procedure) -> El) -> View {
    app.look.want_record(&code);
    part(move || {
        let state = match app.look.record.get() {
            Load::Here(record) => {
                focus::arrived();
                return shown(app, &record).view();
            }
            Load::Idle | Load::Coming => Waiting::Coming,
            Load::NotThere => Waiting::NotThere,
            Load::Failed => Waiting::Failed,
        };
        let code = code.clone();
        waiting(app, state, move || app.look.want_record(&code)).view()
    })
}

fn shown(app: App, record: &Procedure) -> El {
    let code = record.code.clone();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (mut results, mut legal) = (String::new(), String::new());
    for result in &record.results {
        line(&mut results, &result.name);
    }
    for law in &record.legal {
        line(&mut legal, law);
    }
    legal.push_str(&text(&record.legal_text));
    let mut office = text(&record.office);
    line(&mut office, "");
    office.push_str(&text(&record.authority));
    let mut prose = el("div");
    for (key, text) in [
        ("procedure.steps", text(&record.steps)),
        ("procedure.requirements", text(&record.requirements)),
        ("procedure.description", text(&record.description)),
        ("procedure.audience", text(&record.audience)),
        ("procedure.results", results),
        ("procedure.office", office),
        ("procedure.legal", legal),
    ] {
        prose = prose.add_some(closed(app, key, &text));
    }
    el("div")
        .class("mc-screen")
        .add(head(app, record))
        .add_some(worth::notice(app, record))
        .with(ours::ours(app, record))
        .add(group(app, "procedure.ways").add(ways::ways(app, record)))
        .add(documents::documents(app, record))
        .add_some(to_desk(app, &code))
        .add(prose)
        .add(source(app, record))
        .add(button(app, "procedure.rate", move || rating::about_procedure(app, code.clone())))
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// A part of the screen under its heading.
pub(crate) fn group(app: App, key: &'static str) -> El {
    el("div").class("mc-group").add(el("h2").live(app.t(key)))
}

/// To the screens for the desk and of the ward, which the full page has. In a host page the address is not ours.
fn to_desk(app: App, code: &str) -> Option<El> {
    let hash = ["desk/", code].concat();
    let ward = || link_to(app, "procedure.ward", Screen::Elsewhere("ward".to_owned()));
    let desk = || quiet_to(app, "procedure.desk", Screen::Elsewhere(hash));
    app.is_page().then(|| el("div").class("mc-group").add(desk()).add(el("div").add(ward())))
}

pub(crate) fn head(app: App, record: &Procedure) -> El {
    let names = record.names.clone();
    let name = move || app.lang.with(|lang| names.get(lang).cloned()).unwrap_or_default();
    let summary = || el("p").class("mc-notice").live(app.t("procedure.summary"));
    el("div")
        .class("mc-group")
        .add(official("h1").attr("tabindex", "-1").text(record.title.as_str()))
        .add(el("p").class("mc-hint").live(name))
        .add(official("p").class("mc-hint").text(&[&record.code, " · ", &record.field].concat()))
        .add_some(record.summary.then(summary))
}

/// Official words are Vietnamese whatever the language of the page.
pub(crate) fn official(tag: &'static str) -> El {
    el(tag).attr("lang", "vi")
}

/// Official text under its heading, closed until asked for; a line of the record is a paragraph.
fn closed(app: App, key: &'static str, text: &str) -> Option<El> {
    if text.trim().is_empty() {
        return None;
    }
    let mut paragraphs = official("div").class("mc-prose");
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        paragraphs = paragraphs.add(el("p").text(line));
    }
    Some(el("details").class("mc-more").add(el("summary").live(app.t(key))).add(paragraphs))
}

/// Where it was read and when: the catalogue moves fast.
fn source(app: App, record: &Procedure) -> El {
    let pairs = el("dl")
        .class("mc-pair")
        .add(el("dt").live(app.t("procedure.decision")))
        .add(known(app, record.decision.as_deref()))
        .add(el("dt").live(app.t("procedure.retrieved")))
        .add(known(app, record.retrieved.as_deref()));
    let open = out(record.source.as_deref()).map(|link| link.live(app.t("procedure.open")));
    group(app, "procedure.source").add(pairs).add_some(open)
}

fn known(app: App, value: Option<&str>) -> El {
    match value {
        Some(value) => el("dd").text(value),
        None => el("dd").live(app.t("procedure.unknown")),
    }
}

/// A link that opens beside this page, still without words. Only web addresses: a record is not trusted with another scheme.
pub(crate) fn out(url: Option<&str>) -> Option<El> {
    let url = url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))?;
    let link = el("a").class("mc-link").attr("href", url);
    Some(link.attr("rel", "noopener noreferrer").attr("target", "_blank"))
}
