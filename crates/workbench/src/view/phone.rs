//! The phone: the citizen's own page in a frame, in any of its languages, by day and by night, at any page.

use super::{act, field, tab};
use crate::bench::Bench;
use crate::browser::phone;
use crate::html::{El, View, el};

pub(super) fn phone(bench: Bench) -> El {
    let again = move || {
        phone::go(None);
        bench.answers.update(serde_json::Map::clear);
    };
    el("div")
        .class("wb-phone")
        .add(looks(bench))
        .part(move || pages(bench))
        .add(el("p").class("wb-soft").live(bench.t("phone.note")))
        .add(screen(bench))
        .add(act(bench, "phone.again", again))
}

/// Languages, day and night.
pub(super) fn looks(bench: Bench) -> El {
    let lang = move |tag: &'static str, key: &'static str| {
        tab(
            bench.t(key),
            move || bench.phone.get().lang == tag,
            move || bench.turn_phone(|phone| tag.clone_into(&mut phone.lang)),
        )
    };
    let theme = move |name: &'static str, key: &'static str| {
        tab(
            bench.t(key),
            move || bench.phone.get().theme == name,
            move || bench.turn_phone(|phone| phone.theme = name),
        )
    };
    el("div")
        .class("wb-tabs")
        .add(lang("vi", "lang.vi"))
        .add(lang("en", "lang.en"))
        .add(theme("light", "phone.light"))
        .add(theme("dark", "phone.dark"))
}

/// The frame.
pub(super) fn screen(bench: Bench) -> El {
    el("iframe")
        .attr("id", phone::ID)
        .class("wb-screen")
        .attr("src", "preview/")
        .live_attr("title", move || Some(bench.word("tab.phone")))
}

/// To any page, answered or not.
fn pages(bench: Bench) -> View {
    let count = bench.doc.with(|doc| doc.as_ref().map_or(0, |doc| doc.survey.pages().len()));
    let mut all = vec![(String::new(), bench.word("phone.choose"))];
    all.extend((0..count).map(|at| (at.to_string(), bench.word_with("edit.page", &[&(at + 1).to_string()]))));
    field::pick("wb-jump", bench.word("phone.jump"), String::new(), all, |at| phone::go(at.parse().ok()))
        .view()
}
