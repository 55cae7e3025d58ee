//! The checklist: what to file, then every paper once, to tick off, to print.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::events::{Event, Need, checklist};
use mot_cua_catalogue::fold::fold;

use super::super::paper::print;
use super::procedures::{number_of, official, procedures};
use crate::app::App;
use crate::html::{El, el};
use crate::screen::procedure::documents::Ticks;

pub(super) fn list(app: App, event: &Event, records: &[Procedure]) -> El {
    let list = checklist(event, records);
    let ticks = Ticks::of(&["life.", &event.id].concat());
    let marks: Vec<String> = list.documents.iter().map(|need| mark(need.name)).collect();
    let count = marks.len().to_string();
    let told = move || {
        let have = marks.iter().filter(|mark| ticks.has(mark)).count().to_string();
        app.word_with("life.progress", &have).replace("{1}", &count)
    };
    let papers = el("div")
        .class("mc-group")
        .add(el("h2").text(&app.word("life.papers")))
        .add(el("p").class("mc-hint").text(&app.word("life.papersHint")))
        .add(el("p").class("mc-told").attr("role", "status").live(told))
        .add_all(groups(app, &list.documents, ticks));
    el("div")
        .class("mc-screen")
        .add(procedures(app, &list))
        .add_some((!list.documents.is_empty()).then_some(papers))
        .add(print(app, "life.print"))
}

/// Those that are always needed, then those of each case, in the order in which the cases come.
fn groups(app: App, needs: &[Need], ticks: Ticks) -> Vec<El> {
    let mut cases = vec![None];
    for need in needs {
        if !cases.contains(&need.case) {
            cases.push(need.case);
        }
    }
    let group = |case: Option<&str>| {
        let rows: Vec<El> =
            needs.iter().filter(|need| need.case == case).map(|need| row(app, need, ticks)).collect();
        let list = el("ul").class("mc-documents");
        (!rows.is_empty()).then(|| {
            el("div")
                .class("mc-group")
                .add_some(case.map(|case| el("h3").add(official("", case))))
                .add(list.add_all(rows))
        })
    };
    cases.into_iter().filter_map(group).collect()
}

fn row(app: App, need: &Need, ticks: Ticks) -> El {
    let tick = mark(need.name);
    let marked = tick.clone();
    let input = el("input")
        .attr("type", "checkbox")
        .checked(move || ticks.has(&marked))
        .on("change", move |_| ticks.toggle(&tick));
    let words = el("div")
        .add(official("mc-document-name", need.name))
        .add_all(uses(app, need).into_iter().map(|line| el("small").class("mc-hit-sub mc-row").text(&line)));
    el("li").add(el("label").class("mc-document").add(input).add(words))
}

/// For which procedures, and how many of it. A line that says the same is said once.
fn uses(app: App, need: &Need) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (at, originals, copies) in &need.by {
        let mut parts = vec![number_of(app, at + 1)];
        for (key, count) in [("document.originals", originals), ("document.copies", copies)] {
            if *count > 0 {
                parts.push(app.word_with(key, &count.to_string()));
            }
        }
        let line = parts.join(" · ");
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if need.form {
        lines.push(app.word("document.form"));
    }
    lines
}

/// How a paper is spelt among the ticks: FNV-1a, 32 bits, of its name as it is compared. Short, the same wherever the paper
/// stands, and a catalogue that changes does not tick another paper.
fn mark(document: &str) -> String {
    fold(document)
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, b| (hash ^ u32::from(b)).wrapping_mul(0x0100_0193))
        .to_string()
}
