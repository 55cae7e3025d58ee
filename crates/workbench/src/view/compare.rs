//! What is different from another version, and whether answers to both can still be compared.

use super::open::pick;
use crate::bench::Bench;
use crate::html::{El, el};

pub(super) fn compare(bench: Bench) -> El {
    let lines = bench.difference.get().map(|lines| {
        let row = |line: &str| el("li").class("wb-told").text(line);
        el("ul").class("wb-list").attr("role", "status").add_all(lines.lines().map(row))
    });
    el("section")
        .class("wb-card")
        .add(el("p").class("wb-soft").live(bench.t("compare.lead")))
        .add(pick(bench, "compare.open", "wb-compare", ".xlsx,.csv,.md,.json", move |name, bytes| {
            bench.compare(&name, &bytes);
        }))
        .add_some(lines)
}
