//! What is still to be mended, the folder to download, and the file itself for what has no field.

use super::super::act;
use super::line::rows_to_go;
use crate::bench::Bench;
use crate::browser::{is_sure, value_of};
use crate::html::{El, View, el, nothing};
use crate::prelude::*;
use crate::site::Draft;

pub(super) fn folder(bench: Bench) -> El {
    let room = bench.site;
    let told = room.told.get();
    let errors = told.iter().filter(|mistake| mistake.is_error()).count();
    let state = if errors > 0 {
        el("p").class("wb-bad").text(&bench.word_with("site.errors", &[&errors.to_string()]))
    } else {
        el("p").class("wb-good").text(&bench.word("site.noErrors"))
    };
    let missing = room.ready(bench).map(|(_, missing)| missing).unwrap_or_default();
    let lacks = (!missing.is_empty())
        .then(|| el("p").class("wb-told").text(&bench.word_with("site.missing", &[&missing.join(", ")])));
    el("section")
        .class("wb-card")
        .add(el("h3").text(&bench.word("site.folder")))
        .add(el("p").text(&bench.word("site.folderLead")))
        .add(state.attr("role", "status").attr("id", "ws-state"))
        // All of them once more: some have no field, and a long form hides the others.
        .with(rows_to_go(bench, told.iter()))
        .add_some(lacks)
        .add(
            el("div")
                .class("wb-tools")
                .add(act(bench, "site.saveFolder", sure(bench, errors, move || room.save_folder(bench))))
                .add(act(bench, "site.save", sure(bench, errors, move || room.save(bench)))),
        )
        .add(source(bench))
}

/// What cannot be used yet is not taken away unnoticed.
fn sure(bench: Bench, errors: usize, act: impl Fn()) -> impl Fn() {
    move || {
        if errors == 0 || is_sure(&bench.word_with("site.stillWrong", &[&errors.to_string()])) {
            act();
        }
    }
}

/// The file as it is written, for what has no field.
fn source(bench: Bench) -> El {
    let room = bench.site;
    let text = room.draft.with(|draft| draft.as_ref().map(Draft::text)).unwrap_or_default();
    let (written, wrong) = (room.written, RwSignal::new(None::<String>));
    let apply = move || match written.get_untracked().as_deref().map(Draft::parse) {
        None => {}
        Some(Ok(new)) => {
            written.set(None);
            room.change(bench, None, |draft| *draft = new);
            bench.say("site.taken", &[]);
        }
        Some(Err(why)) => wrong.set(Some(why)),
    };
    let why = move || -> View {
        let Some(why) = wrong.get() else { return nothing() };
        let words = bench.word_with("site.notJson", &[&why]);
        el("p").class("wb-told wb-error").attr("role", "alert").text(&words).view()
    };
    el("details")
        .attr("id", "ws-source-box")
        .add(el("summary").class("wb-act").text(&bench.word("site.source")))
        .add(el("p").class("wb-soft").text(&bench.word("site.sourceLead")))
        .add(el("label").class("wb-label").attr("for", "ws-source").text("site.json"))
        .add(
            el("textarea")
                .attr("id", "ws-source")
                .attr("spellcheck", "false")
                .attr("rows", "18")
                .value(move || written.get().unwrap_or_else(|| text.clone()))
                .on("input", move |event| written.set(Some(value_of(&event)))),
        )
        .part(why)
        .add(act(bench, "source.apply", apply))
}
