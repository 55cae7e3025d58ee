//! All answers once more, each with the way back to its question.

use mot_cua_survey::model::Kind;
use mot_cua_survey::session::Session;

use crate::app::App;
use crate::html::{El, el};
use crate::question::{Asked, day};

pub(crate) fn preview(app: App) -> El {
    let asked = app.run.with(Session::asked);
    el("dl").class("mc-preview").add_all(asked.into_iter().map(|at| row(app, at)))
}

fn row(app: App, at: usize) -> El {
    let asked = Asked::new(app, at);
    let words = move || {
        let words = app.run.live(|session| said(app, session, at));
        if words.is_empty() { app.word("full.noAnswer") } else { words }
    };
    let title = asked.title();
    let change = || {
        let button = el("button")
            .attr("type", "button")
            .class("mc-link")
            .attr("aria-label", &app.word_with("full.changeOf", &title))
            .click(move || app.run.change_answer(app, at))
            .live(app.t("full.change"));
        el("dd").class("mc-change").add(button)
    };
    let none = move || app.run.live(|session| said(app, session, at).is_empty().then(|| "none".to_owned()));
    el("div")
        .class("mc-preview-row")
        .add(el("dt").live(move || asked.title()))
        .add(el("dd").class("mc-said").live_attr("data-said", none).live(words))
        .add_some(asked.is_open().then(change))
}

/// An answer in words; parts of one are a line each.
pub(crate) fn said(app: App, session: &Session, at: usize) -> String {
    let parts = session.answer_parts(at);
    if !parts.is_empty() {
        return parts.iter().map(line).collect::<Vec<_>>().join("\n");
    }
    let kind = session.element(at).and_then(|element| element.kind().cloned());
    if matches!(kind, Some(Kind::Text(ref field)) if field.sort == "date") {
        return day(&session.answer_words(at));
    }
    if matches!(kind, Some(Kind::File(_))) {
        let count = session.answer_of(at).and_then(|value| value.as_array()).map_or(0, Vec::len);
        return if count == 0 {
            String::new()
        } else {
            app.word_with("full.photo.count", &count.to_string())
        };
    }
    let plain = matches!(
        kind,
        Some(Kind::Boolean(ref boolean)) if boolean.yes_text.is_none()
    );
    match session.answer_of(at).and_then(serde_json::Value::as_bool).filter(|_| plain) {
        Some(true) => app.word("choice.yes"),
        Some(false) => app.word("choice.no"),
        None => session.answer_words(at),
    }
}

/// What was asked, and the answer. "Ai? Con gái", but "Đường: Trần Phú".
fn line((asked, words): &(String, String)) -> String {
    let end = if asked.ends_with(['?', '!', '.', ':']) { " " } else { ": " };
    [asked, end, words].concat()
}
