//! Making the files, and what came of it.

use super::{act, told};
use crate::bench::Bench;
use crate::html::{El, el};
use crate::print::{Drawn, Work};

pub(super) fn files(bench: Bench) -> El {
    let print = bench.print;
    let judged = print.judged.get();
    let plan = print.plan.get();
    let codes = plan.count;
    let wrong = judged.wrong().len();
    let count = bench.word_with("make.count", &[&codes.to_string(), &plan.leaves.len().to_string()]);
    let mend = (wrong > 0).then(|| {
        el("div")
            .class("wb-told wb-error")
            .add(el("p").text(&bench.word_with("make.wrong", &[&wrong.to_string()])))
            .add(act(bench, "make.mend", move || print.next_wrong()))
    });
    let strange = judged.strange.len();
    let strange = (strange > 0).then(|| {
        el("p").class("wb-told wb-error").text(&bench.word_with("make.strange", &[&strange.to_string()]))
    });
    let work = match print.work.get() {
        Work::None => {
            let off = (codes == 0).then(String::new);
            act(bench, "make.make", move || print.make(bench)).attr("id", "wb-make").maybe("disabled", off)
        }
        Work::Busy { done, all } => busy(bench, done, all),
        Work::Done(drawn) => done(bench, &drawn),
    };
    el("section")
        .class("wb-card")
        .add(el("h2").text(&bench.word("make.title")))
        .add(el("p").text(&count))
        .add_some(mend)
        .add_some(strange)
        .add(work)
}

fn busy(bench: Bench, done: usize, all: usize) -> El {
    let words = bench.word_with("make.busy", &[&done.to_string(), &all.to_string()]);
    el("div")
        .class("wb-list")
        .add(el("p").attr("id", "wb-busy").text(&words))
        .add(
            el("progress")
                .class("wb-progress")
                .attr("max", &all.to_string())
                .attr("value", &done.to_string())
                .attr("aria-labelledby", "wb-busy"),
        )
        .add(act(bench, "make.stop", move || bench.print.halt(bench)).attr("id", "wb-stop"))
}

fn done(bench: Bench, drawn: &Drawn) -> El {
    let print = bench.print;
    let words = if drawn.codes == 0 {
        bench.word("make.nothing")
    } else {
        bench.word_with("make.done", &[&drawn.codes.to_string(), &drawn.sheets.to_string()])
    };
    let size = format!("{} KB", drawn.bytes.len().div_ceil(1024));
    let save = (!drawn.bytes.is_empty()).then(|| {
        let words = bench.word_with("make.save", &[&drawn.name, &size]);
        let name = words.clone();
        el("button")
            .attr("type", "button")
            .class("wb-act wb-main-act")
            .attr("id", "wb-save")
            .click(move || print.save(bench))
            .text(&name)
    });
    let again = drawn
        .bytes
        .is_empty()
        .then(|| act(bench, "make.make", move || print.make(bench)).attr("id", "wb-make"));
    let rows =
        told::reasons(bench, &drawn.refused).into_iter().map(|(reason, rows)| left_out(bench, reason, &rows));
    el("div")
        .class("wb-list")
        .add(
            el("p")
                .class(if drawn.codes == 0 { "wb-told wb-error" } else { "wb-good" })
                .attr("role", "status")
                .text(&words),
        )
        .add_some(save)
        .add_some(again)
        .add_some((drawn.codes > 0).then(|| el("p").class("wb-soft").text(&bench.word("make.scan"))))
        .add(el("ul").class("wb-list").add_all(rows))
}

/// A reason, its rows, and the way to the first of them.
fn left_out(bench: Bench, reason: El, rows: &[usize]) -> El {
    const MOST: usize = 12;
    let mut numbers: Vec<String> = rows.iter().take(MOST).map(|row| (row + 1).to_string()).collect();
    if rows.len() > MOST {
        numbers.push("…".to_owned());
    }
    let numbers = numbers.join(", ");
    let first = rows.first().copied().unwrap_or_default();
    reason.add(el("p").text(&bench.word_with("make.row", &[&numbers]))).add(act(
        bench,
        "make.go",
        move || bench.print.open_row(first, "open"),
    ))
}
