//! The room of the site: its description by form, a phone that shows it, the backend, the tag, the folder.

mod backend;
mod embed;
mod folder;
mod line;
mod theme;
mod units;

use super::open::{pick, refused};
use super::{act, field, phone};
use crate::bench::Bench;
use crate::browser;
use crate::edit::Step;
use crate::html::{El, View, el, nothing};
use crate::site::folder::has_words;
use line::{beside, line, pair};

pub(super) fn room(bench: Bench) -> El {
    let room = bench.site;
    let begun = move || room.draft.with(Option::is_some);
    el("div")
        .class("wb-room")
        .part(move || refused(bench))
        .part(move || if begun() { nothing() } else { start(bench).view() })
        .add(
            el("div")
                .class("wb-bench")
                .live_attr("hidden", move || (!begun()).then(String::new))
                .add(tools(bench))
                .add(
                    el("div")
                        .class("wb-both wb-site")
                        .add(el("div").class("wb-work").part(move || form(bench)))
                        .add(
                            el("aside")
                                .class("wb-aside")
                                .live_attr("aria-label", move || Some(bench.word("tab.phone")))
                                .add(
                                    el("div")
                                        .class("wb-phone")
                                        .add(phone::looks(bench))
                                        .add(phone::screen(bench)),
                                ),
                        ),
                ),
        )
}

fn start(bench: Bench) -> El {
    let room = bench.site;
    el("section")
        .class("wb-card wb-drop")
        .add(el("h2").live(bench.t("room.site")))
        .add(el("p").live(bench.t("site.lead")))
        .add(
            el("div")
                .class("wb-tools")
                .add(act(bench, "site.blank", move || room.open_blank(bench)))
                .add(act(bench, "site.own", move || room.open_own(bench)))
                .add(pick(bench, "site.open", "ws-open", ".json", move |name, bytes| {
                    room.open(bench, &name, &bytes);
                })),
        )
}

fn tools(bench: Bench) -> El {
    let room = bench.site;
    let off = |can: bool| (!can).then(String::new);
    let close = move || {
        if browser::is_sure(&bench.word("site.sure")) {
            room.close();
        }
    };
    el("div")
        .class("wb-tools")
        .add(el("h2").attr("id", "ws-top").attr("tabindex", "-1").live(bench.t("room.site")))
        .add(
            act(bench, "tools.undo", move || bench.walk(Step::Back))
                .attr("id", "ws-undo")
                .live_attr("disabled", move || off(room.can_undo())),
        )
        .add(
            act(bench, "tools.redo", move || bench.walk(Step::Forth))
                .attr("id", "ws-redo")
                .live_attr("disabled", move || off(room.can_redo())),
        )
        .add(act(bench, "site.close", close))
}

fn form(bench: Bench) -> View {
    if bench.site.draft.with(Option::is_none) {
        return nothing();
    }
    el("div")
        .class("wb-edit")
        .add(about(bench))
        .add(units::units(bench))
        .add(theme::theme(bench))
        .add(backend::backend(bench))
        .add(embed::embed(bench))
        .add(folder::folder(bench))
        .view()
}

/// Name, address, languages, the survey that a scan opens.
fn about(bench: Bench) -> El {
    let room = bench.site;
    let speaks = |lang: &'static str| {
        field::tick(
            &["ws-lang-", lang].concat(),
            bench.word(["lang.", lang].concat().as_str()),
            move || room.speaks(lang),
            move |_| room.set_language(bench, lang),
        )
    };
    let catalogue =
        room.draft.with(|draft| draft.as_ref().and_then(|draft| draft.at("catalogue")?.as_bool()));
    let look = field::tick(
        "ws-catalogue",
        bench.word("site.catalogue"),
        move || catalogue.unwrap_or(true),
        move |on| room.change(bench, None, |draft| draft.put("catalogue", Some(on.into()))),
    );
    el("section")
        .class("wb-card")
        .add(el("h3").text(&bench.word("site.about")))
        .add(pair(bench, "name", "site.name"))
        .with(beside(bench, "name"))
        .add(line(bench, "url", "site.url"))
        .add(el("p").class("wb-soft").text(&bench.word("site.urlHint")))
        .add(
            el("fieldset")
                .add(el("legend").text(&bench.word("site.languages")))
                .add(el("div").class("wb-tools").add(speaks("vi")).add(speaks("en")))
                .add_some(others(bench))
                .with(beside(bench, "languages")),
        )
        .add(survey(bench))
        .with(beside(bench, "survey"))
        .add(look)
}

/// Languages that the page has no words for: their words are the ward's own files.
fn others(bench: Bench) -> Option<El> {
    let tags: Vec<String> = bench.site.draft.with(|draft| {
        let list = draft.as_ref().and_then(|draft| draft.at("languages")?.as_array());
        let tags = list.into_iter().flatten().filter_map(|tag| tag.as_str());
        tags.filter(|tag| !has_words(tag)).map(str::to_owned).collect()
    });
    let words = (!tags.is_empty()).then(|| bench.word_with("site.others", &[&tags.join(", ")]))?;
    Some(el("p").class("wb-soft").text(&words))
}

fn survey(bench: Bench) -> El {
    let room = bench.site;
    let now = room.draft.with(|draft| draft.as_ref().map(|draft| draft.plain("survey"))).unwrap_or_default();
    let now = if now.is_empty() { "quick".to_owned() } else { now };
    // Read in a reactive part: what is open in the other room may change.
    let own = bench.doc.with(|_| bench.survey_at_hand());
    let mut all: Vec<(String, String)> =
        own.iter().map(|(name, _)| (name.clone(), bench.word_with("site.ownSurvey", &[name]))).collect();
    for (name, _) in crate::bench::BANKS {
        if all.iter().all(|(own, _)| own != name) {
            all.push((name.to_owned(), bench.word(&["bank.", name].concat())));
        }
    }
    if all.iter().all(|(name, _)| *name != now) {
        all.push((now.clone(), bench.word_with("site.otherSurvey", &[&now])));
    }
    field::pick("ws-survey", bench.word("site.survey"), now, all, move |name| {
        room.change(bench, None, |draft| draft.set("survey", &name));
    })
}
