//! Units and their counters.

use serde_json::json;

use super::super::{act, small};
use super::line::{at, id, line, pair};
use crate::bench::Bench;
use crate::browser::{self, value_of};
use crate::html::{El, el};

pub(super) fn units(bench: Bench) -> El {
    let room = bench.site;
    let count = room.draft.with(|draft| draft.as_ref().map_or(0, |draft| draft.count("units")));
    let add = move || {
        room.change(bench, None, |draft| {
            draft.push("units", json!({"id": "", "name": "", "counters": []}));
        });
        browser::focus_soon(id(&["units[", &count.to_string(), "].id"].concat()));
    };
    el("section")
        .class("wb-card")
        .add(el("h3").text(&bench.word("site.units")))
        .with(at(bench, "units"))
        .add_all((0..count).map(|at| unit(bench, at, count)))
        .add(act(bench, "site.addUnit", add))
}

fn unit(bench: Bench, number: usize, count: usize) -> El {
    let room = bench.site;
    let path = |member: &str| ["units[", &number.to_string(), "]", member].concat();
    let counters = path(".counters");
    let desks = room.draft.with(|draft| draft.as_ref().map_or(0, |draft| draft.count(&counters)));
    let list = counters.clone();
    let add = move || {
        room.change(bench, None, |draft| {
            let next = (desks + 1).to_string();
            let (vi, en) = (["Quầy ", &next].concat(), ["Counter ", &next].concat());
            let name = json!({"vi": vi, "en": en});
            draft.push(&list, json!({"id": next, "name": name}));
        });
        browser::focus_soon(id(&[&list, "[", &desks.to_string(), "].name-vi"].concat()));
    };
    let away = (count > 1).then(|| {
        small(
            bench,
            "✕",
            "edit.remove",
            &bench.word_with("site.unit", &[&(number + 1).to_string()]),
            move || {
                room.change(bench, None, |draft| draft.remove("units", number));
                bench.say("said.removed", &[]);
                browser::focus_soon("ws-top".to_owned());
            },
        )
    });
    let heading = el("div")
        .class("wb-row")
        .add(el("h4").text(&bench.word_with("site.unit", &[&(number + 1).to_string()])))
        .add_some(away);
    el("div")
        .class("wb-unit")
        .attr("role", "group")
        .attr("aria-label", &bench.word_with("site.unit", &[&(number + 1).to_string()]))
        .add(heading)
        .with(at(bench, &path("")))
        .add(pair(bench, &path(".name"), "site.unitName"))
        .with(at(bench, &path(".name")))
        .add(el("div").class("wb-pair").add(code(bench, &path(".id"))).add(line(
            bench,
            &path(".phone"),
            "site.phone",
        )))
        .add(el("p").class("wb-soft").text(&bench.word("site.unitIdHint")))
        .add(pair(bench, &path(".address"), "site.address"))
        .add(pair(bench, &path(".hours"), "site.hours"))
        .add(el("h4").text(&bench.word("site.counters")))
        .add_all((0..desks).map(|at| counter(bench, &counters, at)))
        .add(act(bench, "site.addCounter", add))
}

/// Spreadsheets drop the zeros before a number, and codes to print have them: both rooms must mean the same unit.
fn code(bench: Bench, path: &str) -> El {
    let (room, at) = (bench.site, path.to_owned());
    line(bench, path, "site.unitId").on("change", move |event| {
        let typed = value_of(&event).trim().to_owned();
        if (1..5).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit()) {
            room.change(bench, Some(&at), |draft| draft.set(&at, &format!("{typed:0>5}")));
        }
    })
}

fn counter(bench: Bench, counters: &str, number: usize) -> El {
    let room = bench.site;
    let path = [counters, "[", &number.to_string(), "]"].concat();
    let member = |name: &str| [&path, name].concat();
    let list = counters.to_owned();
    let called = bench.word_with("site.counter", &[&(number + 1).to_string()]);
    let away = small(bench, "✕", "edit.remove", &called, move || {
        room.change(bench, None, |draft| draft.remove(&list, number));
        bench.say("said.removed", &[]);
        browser::focus_soon("ws-top".to_owned());
    });
    el("div")
        .class("wb-counter")
        .attr("role", "group")
        .attr("aria-label", &called)
        .add(line(bench, &member(".id"), "site.counterId"))
        .add(pair(bench, &member(".name"), "site.counterName"))
        .add(away)
        .with(at(bench, &member(".name")))
        .with(at(bench, &path))
}
