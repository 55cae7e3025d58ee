//! What a portal's web editor pastes.

use super::super::{act, field};
use crate::bench::Bench;
use crate::browser::copy;
use crate::html::{El, el};
use crate::site::embed::tags;

pub(super) fn embed(bench: Bench) -> El {
    let room = bench.site;
    let card = el("section").class("wb-card").add(el("h3").text(&bench.word("site.embed")));
    let lang = bench.lang.get();
    let Some((place, name)) = room.place(lang.as_str()) else {
        return card.add(el("p").text(&bench.word("site.embedFirst")));
    };
    let all = room.places(lang.as_str());
    let all = all.into_iter().map(|(place, name)| {
        let words = [&place.desk(), " · ", &name].concat();
        (place.desk(), words)
    });
    let base = room.base();
    let made = tags(&base, &place, &bench.word_with("site.embedWords", &[&name]));
    let here = room.draft.with(|draft| draft.as_ref().is_none_or(|draft| draft.plain("url").is_empty()));
    let note = here.then(|| el("p").class("wb-told").text(&bench.word_with("site.embedHere", &[&base])));
    card.add(el("p").text(&bench.word("site.embedLead")))
        .add(field::pick("ws-place", bench.word("site.place"), place.desk(), all.collect(), move |desk| {
            room.place.set(desk);
        }))
        .add_some(note)
        .add(tag(bench, "ws-tag", "site.tagScript", "site.copyScript", made.script))
        .add(tag(bench, "ws-frame", "site.tagFrame", "site.copyFrame", made.frame))
        .add(tag(bench, "ws-link", "site.tagLink", "site.copyLink", made.link))
}

fn tag(bench: Bench, id: &str, key: &str, button: &'static str, text: String) -> El {
    let shown = text.clone();
    let go = move || {
        let key = if copy::to_clipboard(&text) { "said.copied" } else { "said.uncopied" };
        bench.say(key, &[]);
    };
    el("div")
        .class("wb-field")
        .add(el("label").attr("for", id).text(&bench.word(key)))
        .add(
            el("textarea")
                .attr("id", id)
                .attr("readonly", "")
                .attr("rows", "3")
                .attr("spellcheck", "false")
                .value(move || shown.clone()),
        )
        .add(el("div").class("wb-tools").add(act(bench, button, go)))
}
