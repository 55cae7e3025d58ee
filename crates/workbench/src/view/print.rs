//! The room of sheets with codes: places, how they are printed, what it looks like, the files.

mod files;
mod look;
mod rows;
mod setup;
mod told;
mod wording;

pub(super) use setup::cautioned;

use super::open::{pick, row as mistake};
use super::{act, field};
use crate::bench::Bench;
use crate::edit::Step;
use crate::html::{El, View, el, nothing};
use crate::print::paper::Paper;
use crate::print::{self, About, Print};

pub(super) fn room(bench: Bench) -> El {
    el("div").class("wb-room wb-print").add(
        el("div")
            .class("wb-both")
            .add(
                el("div")
                    .class("wb-work")
                    .add(places(bench))
                    .part(move || setup::address(bench).view())
                    .part(move || setup::setup(bench).view())
                    .add(wording::wording(bench)),
            )
            .add(
                el("aside")
                    .class("wb-aside")
                    .live_attr("aria-label", move || Some(bench.word("print.sheet")))
                    .part(move || files::files(bench).view())
                    .part(move || look::look(bench)),
            ),
    )
}

/// As it is now; a change of it is a change of what is shown.
fn paper(print: Print) -> Paper {
    print.paper.with(|paper| paper.clone().unwrap_or_default())
}

/// Where codes are printed for: from a list, from the site, or typed.
fn places(bench: Bench) -> El {
    let print = bench.print;
    let site = move || match print.about.get() {
        About::Site(_) => act(bench, "print.site", move || print.take_site(bench)).view(),
        About::Asked | About::Nothing => nothing(),
    };
    el("section")
        .class("wb-card wb-drop")
        .add(el("h2").live(bench.t("print.places")))
        .add(el("p").live(bench.t("print.lead")))
        .add(
            el("div")
                .class("wb-tools")
                .add(act(bench, "print.add", move || print.add()).attr("id", "wb-add"))
                .add(pick(bench, "print.open", "wb-places", ".xlsx,.csv", move |name, bytes| {
                    print.open(bench, &name, &bytes);
                }))
                .add(act(bench, "print.template", move || print::save_template(bench)))
                .part(site),
        )
        .part(move || list(bench))
        .part(move || rows::rows(bench))
        .add(steps(bench))
}

/// What was wrong with the list that was opened.
fn list(bench: Bench) -> View {
    let print = bench.print;
    let Some((name, mistakes)) = print.list.get() else { return nothing() };
    el("div")
        .class("wb-list")
        .attr("role", "alert")
        .add(el("h3").text(&bench.word_with("print.list", &[&name])))
        .add(
            el("ul")
                .class("wb-list")
                .add_all(mistakes.iter().map(|one| mistake(bench, &told::mended(bench, one)))),
        )
        .add(act(bench, "start.dismiss", move || print.list.set(None)))
        .view()
}

fn steps(bench: Bench) -> El {
    let print = bench.print;
    let off = |can: bool| (!can).then(String::new);
    el("div")
        .class("wb-tools")
        .add(act(bench, "tools.undo", move || bench.walk(Step::Back)).attr("id", "wb-print-undo").live_attr(
            "disabled",
            move || {
                print.paper.with(|_| ());
                off(print.can_undo())
            },
        ))
        .add(act(bench, "tools.redo", move || bench.walk(Step::Forth)).live_attr("disabled", move || {
            print.paper.with(|_| ());
            off(print.can_redo())
        }))
        .add(act(bench, "print.clear", move || print.clear(bench)).live_attr("disabled", move || {
            off(print.paper.with(|paper| paper.as_ref().is_some_and(|paper| !paper.rows.is_empty())))
        }))
}
