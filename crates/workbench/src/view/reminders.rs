//! The room of reminders.

use mot_cua_contract::Mistake;

use super::open::{pick, row};
use super::{act, field, print};
use crate::bench::Bench;
use crate::html::{El, View, el, nothing};
use crate::reminders::{self, Outcome};

pub(super) fn room(bench: Bench) -> El {
    let room = bench.reminders;
    el("div")
        .class("wb-start")
        .add(
            el("section")
                .class("wb-card wb-drop")
                .add(el("h2").live(bench.t("remind.title")))
                .add(el("p").live(bench.t("remind.lead")))
                .add(
                    el("div")
                        .class("wb-tools")
                        .add(act(bench, "remind.template", move || reminders::save_template(bench)))
                        .add(pick(bench, "remind.open", "wb-list", ".xlsx,.csv", move |name, bytes| {
                            room.open(bench, &name, &bytes);
                        })),
                )
                .part(move || place(bench)),
        )
        .part(move || match room.outcome.get() {
            Some(outcome) => made(bench, &outcome).view(),
            None => nothing(),
        })
}

/// Where the codes lead.
fn place(bench: Bench) -> View {
    let room = bench.reminders;
    let units = room.units(bench.lang.get().as_str());
    let base = field::text("wb-base", bench.word("remind.base"), None, room.base.get(), move |base| {
        room.base.set(base);
        room.make();
    });
    let told = print::cautioned(bench, &room.base.get());
    let unit = (!units.is_empty()).then(|| {
        field::pick("wb-unit", bench.word("remind.unit"), room.unit.get(), units, move |unit| {
            room.unit.set(unit);
            room.make();
        })
    });
    el("div").add(el("div").class("wb-pair").add(base).add_some(unit)).add_some(told).view()
}

fn made(bench: Bench, outcome: &Outcome) -> El {
    let room = bench.reminders;
    let (good, wrong) = (outcome.made.len().to_string(), outcome.wrong().to_string());
    let saves = el("div")
        .class("wb-tools")
        .add(act(bench, "remind.all", move || room.save_all(bench)))
        .add(act(bench, "remind.calendar", move || room.save_calendar(bench)))
        .add(act(bench, "remind.cards", move || room.save_cards(bench)))
        .add(act(bench, "remind.letters", move || room.save_letters(bench)));
    let past: Vec<String> = outcome.past.iter().map(ToString::to_string).collect();
    let past = (!past.is_empty())
        .then(|| el("p").class("wb-told").text(&bench.word_with("remind.past", &[&past.join(", ")])));
    let mistakes = outcome.mistakes.iter().map(|mistake| row(bench, &mended(bench, mistake)));
    el("section")
        .class("wb-card")
        .add(el("h2").text(&outcome.name))
        .add(el("p").attr("role", "status").text(&bench.word_with("remind.count", &[&good, &wrong])))
        .add_some((!outcome.made.is_empty()).then_some(saves))
        .add(el("ul").class("wb-list").add_all(mistakes))
        .add_some(past)
        .add_some((!outcome.made.is_empty()).then(|| table(bench, outcome)))
}

/// What to do, in the clerk's language where it is a mistake of a list; those of a workbook as such are told as they are.
fn mended(bench: Bench, mistake: &Mistake) -> Mistake {
    let key = ["fix.", mistake.code].concat();
    let words = bench.word(&key);
    let expected = if words == key { mistake.expected.clone() } else { words };
    Mistake { expected, ..mistake.clone() }
}

/// The first rows that can be used.
fn table(bench: Bench, outcome: &Outcome) -> El {
    const MOST: usize = 50;
    let head = ["remind.row", "remind.paper", "remind.until"]
        .map(|key| el("th").attr("scope", "col").text(&bench.word(key)));
    let cell = |text: &str| el("td").text(text);
    let one = |made: &mot_cua_sheets::reminders::Made| {
        let (year, month, day) = made.line.reminder.until.parts();
        let until = [day.to_string(), month.to_string(), year.to_string()].join("/");
        el("tr").add(cell(&made.line.number.to_string())).add(cell(&made.paper)).add(cell(&until))
    };
    el("table")
        .class("wb-table")
        .add(el("thead").add(el("tr").add_all(head)))
        .add(el("tbody").add_all(outcome.made.iter().take(MOST).map(one)))
}
