//! The definition as it is stored, for what has no field in the editor.

use super::{act, open};
use crate::bench::Bench;
use crate::browser::{Event, value_of};
use crate::html::{El, el};
use crate::prelude::*;
use mot_cua_contract::Mistake;

pub(super) fn source(bench: Bench) -> El {
    let text = bench.doc.with(|doc| doc.as_ref().map(|doc| doc.survey.text()).unwrap_or_default());
    let (written, wrong) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let apply = move || {
        if let Some(text) = written.get_untracked() {
            match bench.write_source(&text) {
                Ok(()) => bench.say("source.taken", &[]),
                Err(why) => wrong.set(Some(why)),
            }
        }
    };
    let why = move || match wrong.get() {
        Some(why) => {
            let mistake = Mistake::error("not-json", "", why, bench.word("refuse.expected"));
            el("ul").class("wb-list").attr("role", "alert").add(open::row(bench, &mistake)).view()
        }
        None => crate::html::nothing(),
    };
    el("section")
        .class("wb-card")
        .add(el("p").class("wb-soft").live(bench.t("source.lead")))
        .add(el("label").class("wb-label").attr("for", "wb-source").live(bench.t("source.label")))
        .add(
            el("textarea")
                .attr("id", "wb-source")
                .attr("spellcheck", "false")
                .attr("rows", "24")
                .value(move || text.clone())
                .on("input", move |event: Event| written.set(Some(value_of(&event)))),
        )
        .part(why)
        .add(act(bench, "source.apply", apply))
}
