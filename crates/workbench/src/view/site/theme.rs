//! The ward's colour, with the contrast that it reaches.

use mot_cua_contract::site::colour;

use super::super::act;
use super::line::line;
use crate::bench::Bench;
use crate::browser::value_of;
use crate::html::{El, el};

/// The page's own.
const OWN: &str = "#0b5446";

pub(super) fn theme(bench: Bench) -> El {
    let room = bench.site;
    let accent =
        room.draft.with(|draft| draft.as_ref().map(|draft| draft.plain("theme.accent"))).unwrap_or_default();
    let shown = if colour::worst(&accent).is_some() { accent.clone() } else { OWN.to_owned() };
    let write = move |colour: String| {
        room.change(bench, Some("theme.accent"), |draft| draft.set("theme.accent", &colour));
    };
    let pick = el("div")
        .class("wb-field")
        .add(el("label").attr("for", "ws-colour").text(&bench.word("site.colour")))
        .add(
            el("input")
                .attr("type", "color")
                .attr("id", "ws-colour")
                .value(move || shown.clone())
                .on("input", move |event| write(value_of(&event))),
        );
    el("section")
        .class("wb-card")
        .add(el("h3").text(&bench.word("site.theme")))
        .add(el("p").text(&bench.word("site.themeLead")))
        .add(el("div").class("wb-pair").add(pick).add(line(bench, "theme.accent", "site.accent")))
        .add(reading(bench, &accent))
        .add(act(bench, "site.ownColour", move || {
            room.change(bench, None, |draft| draft.set("theme.accent", ""));
        }))
}

fn reading(bench: Bench, accent: &str) -> El {
    let own = if accent.is_empty() { OWN } else { accent };
    let Some(contrast) = colour::worst(own) else { return el("p").text("") };
    let ratio = colour::told(contrast);
    let good = contrast >= colour::LEAST;
    let words = bench.word_with(if good { "site.readable" } else { "site.unreadable" }, &[&ratio]);
    el("p").attr("role", "status").class(if good { "wb-good" } else { "wb-bad" }).text(&words)
}
