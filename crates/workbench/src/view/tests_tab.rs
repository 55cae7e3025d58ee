//! The designer's own tests: written or opened, run after every change.

use super::open::{pick, row};
use crate::bench::Bench;
use crate::browser::{Event, value_of};
use crate::html::{El, View, el};

pub(super) fn tests(bench: Bench) -> El {
    let text = bench.doc.with(|doc| doc.as_ref().map(|doc| doc.tests.clone()).unwrap_or_default());
    el("section")
        .class("wb-card")
        .add(el("p").class("wb-soft").live(bench.t("tests.lead")))
        .add(pick(bench, "tests.open", "wb-open-tests", ".json", move |_, bytes| {
            bench.set_tests(&String::from_utf8_lossy(&bytes));
        }))
        .add(el("label").class("wb-label").attr("for", "wb-tests").live(bench.t("tests.label")))
        .add(
            el("textarea")
                .attr("id", "wb-tests")
                .attr("spellcheck", "false")
                .attr("rows", "12")
                .value(move || text.clone())
                .on("input", move |event: Event| bench.set_tests(&value_of(&event))),
        )
        .part(move || outcome(bench))
}

fn outcome(bench: Bench) -> View {
    let made = el("div").attr("role", "status");
    match bench.tried() {
        None => made.add(el("p").live(bench.t("tests.none"))),
        Some(failed) if failed.is_empty() => made.add(el("p").class("wb-good").live(bench.t("tests.pass"))),
        Some(failed) => {
            let words = bench.word_with("tests.fail", &[&failed.len().to_string()]);
            let rows = failed.iter().map(|mistake| row(bench, mistake));
            made.add(el("p").text(&words)).add(el("ul").class("wb-list").add_all(rows))
        }
    }
    .view()
}
