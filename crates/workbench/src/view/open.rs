//! Something to begin with: a file, one of the questionnaires that come with the product, or a blank one.

use mot_cua_contract::Mistake;

use super::act;
use crate::bench::{BANKS, Bench};
use crate::browser::{Event, files};
use crate::edit::At;
use crate::html::{El, View, el, nothing};

pub(super) fn start(bench: Bench) -> El {
    let bank = move |name: &'static str| {
        let words = move || bench.word(&["bank.", name].concat());
        let open = el("button").attr("type", "button").class("wb-bank").attr("data-bank", name);
        open.click(move || bench.open_bank(name)).live(words)
    };
    el("div")
        .class("wb-start")
        .add(
            el("section")
                .class("wb-card wb-drop")
                .add(el("h2").live(bench.t("start.file")))
                .add(el("p").live(bench.t("start.fileLead")))
                .add(pick(bench, "start.pick", "wb-open", ".xlsx,.csv,.md,.json", move |name, bytes| {
                    bench.open(&name, &bytes);
                })),
        )
        .add(
            el("section")
                .class("wb-card")
                .add(el("h2").live(bench.t("start.bank")))
                .add(el("p").live(bench.t("start.bankLead")))
                .add(el("div").class("wb-banks").add_all(BANKS.map(|(name, _)| bank(name)))),
        )
        .add(
            el("section")
                .class("wb-card")
                .add(el("h2").live(bench.t("start.blank")))
                .add(el("p").live(bench.t("start.blankLead")))
                .add(act(bench, "start.begin", move || bench.open_blank())),
        )
}

/// A button that opens the machine's own list of files.
pub(super) fn pick(
    bench: Bench,
    key: &'static str,
    id: &'static str,
    accept: &'static str,
    then: impl Fn(String, Vec<u8>) + Copy + 'static,
) -> El {
    let heard = move |event: Event| files::picked(&event, then);
    let field = el("input").attr("type", "file").attr("id", id).attr("accept", accept).on("change", heard);
    el("label").class("wb-act wb-pick").add(field).add(el("span").live(bench.t(key)))
}

/// A file that could not be taken, and what to mend in it.
pub(super) fn refused(bench: Bench) -> View {
    let Some(refused) = bench.refused.get() else { return nothing() };
    let words = bench.word_with("start.refused", &[&refused.name]);
    el("section")
        .class("wb-card wb-refused")
        .attr("role", "alert")
        .add(el("h2").text(&words))
        .add(el("ul").class("wb-list").add_all(refused.why.iter().map(|mistake| row(bench, mistake))))
        .add(act(bench, "start.dismiss", move || bench.refused.set(None)))
        .view()
}

/// Where, what, what to do.
pub(super) fn row(bench: Bench, mistake: &Mistake) -> El {
    let place = place(bench, &mistake.path);
    el("li")
        .class(if mistake.is_error() { "wb-told wb-error" } else { "wb-told" })
        .add(el("p").add(el("b").text(&grade(bench, mistake))).text(" ").add(el("code").text(&place)))
        .add(el("p").text(&mistake.found))
        .add(el("p").class("wb-fix").text(&[&bench.word("told.fix"), " ", &mistake.expected].concat()))
}

/// `pages[0].elements[2].title` as people count; a cell of a sheet as it is.
fn place(bench: Bench, path: &str) -> String {
    if path.is_empty() {
        return bench.word("told.whole");
    }
    let Some(At { page, question }) = At::of(path) else { return path.to_owned() };
    let inside = path.split_once(".elements[").and_then(|(_, rest)| rest.split_once(']'));
    let inside = inside.map_or("", |(_, rest)| rest.trim_start_matches('.'));
    let words = bench.word_with("told.place", &[&(page + 1).to_string(), &(question + 1).to_string()]);
    [&words, " ", inside].concat()
}

fn grade(bench: Bench, mistake: &Mistake) -> String {
    bench.word(if mistake.is_error() { "told.error" } else { "told.warning" })
}
