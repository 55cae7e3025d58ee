//! The rows: some at once, the mistakes of each beside it, one of them open.

use mot_cua_contract::Purpose;
use mot_cua_sheets::places;

use super::{act, field, paper, told};
use crate::bench::Bench;
use crate::html::{El, View, el};
use crate::print::paper::{Cell, PURPOSES, Row, said, with};
use crate::print::{SHOWN, id};
use crate::view::small;

pub(super) fn rows(bench: Bench) -> View {
    let print = bench.print;
    let rows = paper(print).rows;
    if rows.is_empty() {
        return el("p").class("wb-soft").text(&bench.word("print.none")).view();
    }
    let from = print.from.get();
    let shown = rows.iter().enumerate().skip(from).take(SHOWN).map(|(at, row)| one(bench, at, row));
    let start = (from + 1).to_string();
    el("div")
        .class("wb-list")
        .add(el("ol").class("wb-questions").attr("start", &start).add_all(shown))
        .add_some((rows.len() > SHOWN).then(|| pages(bench, from, rows.len())))
        .view()
}

fn pages(bench: Bench, from: usize, count: usize) -> El {
    let print = bench.print;
    let last = (from + SHOWN).min(count);
    let words =
        bench.word_with("print.shown", &[&(from + 1).to_string(), &last.to_string(), &count.to_string()]);
    let step = |key, is_off: bool, to: usize| {
        let off = is_off.then(String::new);
        act(bench, key, move || print.reach(to)).maybe("disabled", off)
    };
    el("div")
        .class("wb-tools")
        .add(step("print.before", from == 0, from.saturating_sub(SHOWN)))
        .add(el("span").text(&words))
        .add(step("print.after", last == count, from + SHOWN))
}

fn one(bench: Bench, at: usize, row: &Row) -> El {
    let print = bench.print;
    let is_open = print.open.get() == Some(at);
    let judged = print.judged.get();
    let said = |cell: Cell| row.get(cell).trim();
    let place = [said(Cell::Unit), said(Cell::Counter)];
    let place = place.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("-");
    let names = [said(Cell::Office), said(Cell::Desk)];
    let names = names.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let number = (at + 1).to_string();
    let toggle = move || {
        if print.open.get_untracked() == Some(at) {
            print.open.set(None);
        } else {
            print.open_row(at, "open");
        }
    };
    let mut mistakes: Vec<El> = judged.of(at).map(|mistake| told::beside(bench, mistake)).collect();
    let refused = judged.refused.iter().filter(|(row, _)| *row == at);
    mistakes.extend(refused.map(|(_, refused)| told::why(bench, refused)));
    if judged.strange.binary_search(&at).is_ok() {
        mistakes.push(el("li").class("wb-told wb-error").text(&bench.word("print.strange")));
    }
    let chip = (!judged.is_good(at)).then(|| el("span").class("wb-count").text(&bench.word("print.wrong")));
    let head = el("button")
        .attr("type", "button")
        .class("wb-open")
        .attr("id", &id(at, "open"))
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .click(toggle)
        .add(el("span").class("wb-soft").text(&[&number, ". "].concat()))
        .add(el("span").class("wb-kind").text(if place.is_empty() { "–" } else { &place }))
        .text(" ")
        .add(el("span").class("wb-words").text(if names.is_empty() { "…" } else { &names }))
        .add_some(chip);
    let acts = el("div")
        .class("wb-smalls")
        .add(small(bench, "⧉", "edit.copy", &number, move || print.copy(at)))
        .add(small(bench, "✕", "edit.remove", &number, move || print.remove(bench, at)));
    let form = is_open.then(|| form(bench, at, row));
    let mistakes = (!mistakes.is_empty()).then(|| el("ul").class("wb-list").add_all(mistakes));
    el("li")
        .class("wb-question")
        .add(el("div").class("wb-row").add(head).add(acts))
        // Always there: what came and went above the form would take the focus, and letters, from a field.
        .add(el("div").add_some(mistakes))
        .add_some(form)
}

fn form(bench: Bench, at: usize, row: &Row) -> El {
    let print = bench.print;
    let text = |cell: Cell, what: &str, key: &str, lang: Option<&str>| {
        let name = bench.word(key);
        field::text(&id(at, what), name, lang, row.get(cell).to_owned(), move |text| {
            print.write(at, cell, text);
        })
    };
    let pair = |one, other| el("div").class("wb-pair").add(one).add(other);
    let from = row
        .from
        .map(|from| el("p").class("wb-soft").text(&bench.word_with("print.from", &[&from.to_string()])));
    el("div")
        .class("wb-form")
        .add_some(from)
        .add(pair(
            text(Cell::Unit, "unit", "cell.unit", None),
            text(Cell::Counter, "counter", "cell.counter", None),
        ))
        .add(pair(
            text(Cell::Office, "office", "cell.office", Some("vi")),
            text(Cell::OfficeEn, "office-en", "cell.officeEn", Some("en")),
        ))
        .add(pair(
            text(Cell::Desk, "desk", "cell.desk", Some("vi")),
            text(Cell::DeskEn, "desk-en", "cell.deskEn", Some("en")),
        ))
        .add(pair(
            text(Cell::Phone, "phone", "cell.phone", None),
            text(Cell::Base, "base", "cell.base", None),
        ))
        .add(purposes(bench, at, row))
}

/// Nothing ticked: as for all.
fn purposes(bench: Bench, at: usize, row: &Row) -> El {
    let print = bench.print;
    let (now, unknown) = places::purposes(row.get(Cell::Purposes));
    let tick = |(purpose, name, _): (Purpose, &'static str, &str)| {
        let is_on = now.contains(&purpose);
        let others = now.clone();
        let ticked = move |is_on| print.write(at, Cell::Purposes, said(&with(&others, purpose, is_on)));
        field::tick(&id(at, name), bench.word(&["purpose.", name].concat()), move || is_on, ticked)
    };
    let odd = (!unknown.is_empty()).then(|| el("p").class("wb-soft").text(&unknown.join(", ")));
    el("fieldset")
        .add(el("legend").text(&bench.word("cell.purposes")))
        .add(el("div").class("wb-tools").add_all(PURPOSES.map(tick)))
        .add_some(odd)
}
