//! The line that says where the photos of an answer are; "kept" and "sent" as strictly as of answers.

use mot_cua_contract::Answer;
use mot_cua_contract::receipt::receipt;
use mot_cua_outbox::{PhotoKeeping, Trouble};
use mot_cua_survey::model::photo_hashes;

use crate::app::App;
use crate::html::{El, el, nothing};
use crate::widget::link;

/// Of this visit's answer; nothing while no photo of it is here.
pub(crate) fn line(app: App) -> El {
    let line = move || {
        let named = |answer: &Answer| (answer.id.clone(), !photo_hashes(&answer.answers).is_empty());
        let Some((id, named)) = app.answer.with(|answer| answer.as_ref().map(named)) else {
            return nothing();
        };
        let sent = || (named && app.photos.is_read()).then(|| sentence(app, "sent", "full.photo.sent"));
        told(app, &id).or_else(sent).map_or_else(nothing, El::view)
    };
    el("div").attr("role", "status").part(line)
}

/// `None`: there is nothing to tell.
fn told(app: App, id: &str) -> Option<El> {
    let (sign, key) = match app.photos.keeping(id) {
        PhotoKeeping::Nothing => return None,
        PhotoKeeping::Kept { trouble: None } => ("kept", "full.photo.waits"),
        PhotoKeeping::Kept { trouble: Some(Trouble::NoConnection) } => ("kept", "full.photo.offline"),
        PhotoKeeping::Kept { .. } => ("kept", "full.photo.later"),
        PhotoKeeping::Unkept => ("unkept", "full.photo.unkept"),
        PhotoKeeping::Refused => ("attention", "full.photo.refused"),
    };
    Some(sentence(app, sign, key))
}

fn sentence(app: App, sign: &str, key: &str) -> El {
    el("p").class("mc-keeping").attr("data-photo", sign).attr("data-keep", sign).text(&app.word(key))
}

/// Rows of the list of what is on this phone: answers that left, and their photos did not. Call it in a reactive closure.
pub(crate) fn waiting(app: App) -> Vec<El> {
    let row = |id: String| {
        let code = [&app.word("thanks.receipt"), ": ", &receipt(&id).unwrap_or_default()].concat();
        let refused = app.photos.keeping(&id) == PhotoKeeping::Refused;
        let line = told(app, &id);
        let again = || link(app, "pending.again", move || app.photos.retry());
        let drop =
            link(app, "full.photo.drop", move || app.photos.forget(&id)).attr("data-act", "drop-photo");
        el("li")
            .class("mc-way")
            .attr("data-row", "photo")
            .add(el("h2").text(&app.word("full.photo.title")))
            .add(el("p").class("mc-hint").text(&code))
            .add_some(line)
            .add(el("div").class("mc-acts").add_some(refused.then(again)).add(drop))
    };
    app.photos.left_behind().into_iter().map(row).collect()
}
