//! Words beside an answer: for "other", or where the designer wants remarks.

use mot_cua_survey::model::{Body, Kind};
use serde_json::Value;

use super::Asked;
use crate::browser::value_of;
use crate::html::{El, View, el, nothing, part};

/// The field while it is wanted.
pub(crate) fn beside(asked: Asked) -> View {
    let Some(element) = asked.element() else { return nothing() };
    let flag = |name: &str| element.raw.get(name).and_then(Value::as_bool).unwrap_or(false);
    let always = flag("showCommentArea") || flag("hasComment");
    let other = matches!(&element.body, Body::Question(kind) if matches!(kind.as_ref(), Kind::Choices(choices) if choices.other));
    if !always && !other {
        return nothing();
    }
    part(move || {
        let picked = other && picks_other(asked.value().as_ref());
        if picked {
            field(asked, "full.otherWords").view()
        } else if always {
            field(asked, "full.note").view()
        } else {
            nothing()
        }
    })
}

fn picks_other(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Array(items)) => items.iter().any(|item| item == "other"),
        Some(value) => value == "other",
        None => false,
    }
}

fn field(asked: Asked, key: &'static str) -> El {
    let run = asked.run();
    let old = run.with(|session| session.note_of(asked.at).unwrap_or_default().to_owned());
    let id = asked.part("note");
    let own = asked.words("commentText");
    let words = move || {
        let own = own();
        if own.is_empty() { asked.app.word(key) } else { own }
    };
    let input = el("textarea")
        .class("mc-input mc-note")
        .attr("id", &id)
        .attr("rows", "2")
        .maybe("disabled", (!asked.is_open()).then(String::new))
        .value(move || old.clone())
        .on("input", move |event| {
            let words = value_of(&event);
            run.change(asked.app, |session| session.note(asked.at, &words));
        });
    el("div").class("mc-group").add(el("label").class("mc-hint").attr("for", &id).live(words)).add(input)
}
