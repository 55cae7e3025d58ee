//! What is doubtful, beside the question that it is about, and all of it in one list.

use super::open::row;
use super::small;
use crate::bench::{Bench, Tab};
use crate::browser;
use crate::edit::At;
use crate::html::{El, View, el, nothing};

/// The whole list.
pub(super) fn all(bench: Bench) -> El {
    let told = bench.told.get();
    let words = if told.is_empty() {
        bench.word("told.none")
    } else {
        bench.word_with("told.some", &[&told.len().to_string()])
    };
    let go = move |at: At| {
        bench.tab.set(Tab::Edit);
        bench.chosen.set(Some(at));
        browser::focus_soon(super::edit::id(at, "open"));
    };
    let one = |told: &crate::bench::Told| {
        let made = row(bench, &told.mistake);
        match told.at {
            Some(at) => made.add(small(bench, "→", "told.go", &told.mistake.path, move || go(at))),
            None => made,
        }
    };
    el("section")
        .class("wb-card")
        .add(el("h3").text(&words))
        .add(el("ul").class("wb-list").add_all(told.iter().map(one)))
}

/// What is said about one question.
pub(super) fn about(bench: Bench, at: At) -> View {
    let told = bench.told.get();
    let mine: Vec<El> =
        told.iter().filter(|told| told.at == Some(at)).map(|told| row(bench, &told.mistake)).collect();
    if mine.is_empty() { nothing() } else { el("ul").class("wb-list").add_all(mine).view() }
}

/// How many, for the row of a question that is closed.
pub(super) fn count(bench: Bench, at: At) -> Option<El> {
    let count = bench.told.with(|told| told.iter().filter(|told| told.at == Some(at)).count());
    let words = bench.word_with("told.count", &[&count.to_string()]);
    (count > 0).then(|| el("span").class("wb-count").text(&words))
}
