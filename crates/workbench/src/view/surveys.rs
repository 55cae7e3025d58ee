//! The room of surveys: something to begin with, or the survey at hand with the phone beside it.

use super::{act, answers, compare, edit, handy, open, phone, source, tab, tests_tab, told};
use crate::bench::{Bench, Tab};
use crate::browser;
use crate::edit::Step;
use crate::html::{El, el, nothing};

const TABS: [(Tab, &str); 6] = [
    (Tab::Edit, "tab.edit"),
    (Tab::Phone, "tab.phone"),
    (Tab::Told, "tab.told"),
    (Tab::Source, "tab.source"),
    (Tab::Tests, "tab.tests"),
    (Tab::Compare, "tab.compare"),
];

pub(super) fn room(bench: Bench) -> El {
    let start = move || if bench.doc.with(Option::is_none) { open::start(bench).view() } else { nothing() };
    el("div").class("wb-room").part(move || open::refused(bench)).part(start).add(bench_of(bench))
}

fn bench_of(bench: Bench) -> El {
    el("div")
        .class("wb-bench")
        .live_attr("hidden", move || bench.doc.with(Option::is_none).then(String::new))
        .add(tools(bench))
        .part(move || handy::handy(bench))
        .add(tabs(bench))
        .add(
            el("div")
                .class("wb-both")
                .live_attr("data-tab", move || {
                    Some(if bench.tab.get() == Tab::Phone { "phone" } else { "other" }.to_owned())
                })
                .add(el("div").class("wb-work").part(move || work(bench).view()))
                .add(
                    el("aside")
                        .class("wb-aside")
                        .live_attr("aria-label", move || Some(bench.word("tab.phone")))
                        .add(phone::phone(bench))
                        .add(answers::answers(bench)),
                ),
        )
}

fn work(bench: Bench) -> El {
    match bench.tab.get() {
        Tab::Edit | Tab::Phone => edit::edit(bench),
        Tab::Told => told::all(bench),
        Tab::Source => source::source(bench),
        Tab::Tests => tests_tab::tests(bench),
        Tab::Compare => compare::compare(bench),
    }
}

fn tools(bench: Bench) -> El {
    let name = move || bench.doc.with(|doc| doc.as_ref().map(|doc| doc.name.clone()).unwrap_or_default());
    let off = move |can: bool| (!can).then(String::new);
    let follow = move || bench.doc.with(|_| ());
    let close = move || {
        if browser::is_sure(&bench.word("tools.sure")) {
            bench.close();
        }
    };
    el("div")
        .class("wb-tools")
        .add(el("h2").attr("id", "wb-name").attr("tabindex", "-1").live(name))
        .add(act(bench, "tools.undo", move || bench.walk(Step::Back)).attr("id", "wb-undo").live_attr(
            "disabled",
            move || {
                follow();
                off(bench.can_undo())
            },
        ))
        .add(act(bench, "tools.redo", move || bench.walk(Step::Forth)).attr("id", "wb-redo").live_attr(
            "disabled",
            move || {
                follow();
                off(bench.can_redo())
            },
        ))
        .add(act(bench, "tools.json", move || bench.save_json()))
        .add(act(bench, "tools.xlsx", move || bench.save_xlsx()))
        .add(act(bench, "tools.close", close))
}

fn tabs(bench: Bench) -> El {
    let one = move |(at, key): (Tab, &'static str)| {
        let words = move || match at {
            Tab::Told => bench.word_with(key, &[&bench.told.with(Vec::len).to_string()]),
            _ => bench.word(key),
        };
        let made = tab(words, move || bench.tab.get() == at, move || bench.tab.set(at));
        if at == Tab::Phone { made.attr("data-narrow", "") } else { made }
    };
    el("nav")
        .class("wb-tabs")
        .live_attr("aria-label", move || Some(bench.word("head.parts")))
        .add_all(TABS.map(one))
}
