//! What is wrong with a row, in the clerk's words.

use mot_cua_contract::Mistake;
use mot_cua_print::{Part, Refused, Wrong};

use crate::bench::Bench;
use crate::html::{El, el};
use crate::words::Lang;

/// What to do, in the clerk's language where it is a mistake of a list; those of a workbook as such are told as they are.
pub(super) fn mended(bench: Bench, mistake: &Mistake) -> Mistake {
    let key = ["mend.", mistake.code].concat();
    let words = bench.word(&key);
    let expected = if words == key { mistake.expected.clone() } else { words };
    Mistake { expected, ..mistake.clone() }
}

/// A mistake beside its row: which column, what stands there, what to do.
pub(super) fn beside(bench: Bench, mistake: &Mistake) -> El {
    let mistake = mended(bench, mistake);
    let column = mistake.path.rsplit_once('(').map_or("", |(_, head)| head.trim_end_matches(')'));
    let found = if mistake.found == "nothing" { bench.word("told.empty") } else { mistake.found };
    line(bench, &[column, ": ", &found].concat(), &mistake.expected)
}

/// Why a row has no sheet.
pub(super) fn why(bench: Bench, refused: &Refused) -> El {
    let (found, fix) = words(bench, refused);
    line(bench, &found, &fix)
}

fn line(bench: Bench, found: &str, fix: &str) -> El {
    el("li")
        .class("wb-told wb-error")
        .add(el("p").add(el("b").text(found)))
        .add(el("p").class("wb-fix").text(&[&bench.word("told.fix"), " ", fix].concat()))
}

/// Rows that are left out, each reason once: what is wrong, what to do, and the rows.
pub(super) fn reasons(bench: Bench, refused: &[(usize, Refused)]) -> Vec<(El, Vec<usize>)> {
    let mut all: Vec<((String, String), Vec<usize>)> = Vec::new();
    for (row, refused) in refused {
        let words = words(bench, refused);
        match all.iter_mut().find(|(other, _)| *other == words) {
            Some((_, rows)) => rows.push(*row),
            None => all.push((words, vec![*row])),
        }
    }
    all.into_iter().map(|((found, fix), rows)| (line(bench, &found, &fix), rows)).collect()
}

fn words(bench: Bench, refused: &Refused) -> (String, String) {
    let part = refused.part().map(|part| bench.word(&["part.", name(part)].concat())).unwrap_or_default();
    let both = |key: &str, values: &[&str]| {
        let found = bench.word_with(&["refused.", key].concat(), values);
        (found, bench.word(&["mend.", key].concat()))
    };
    match refused {
        Refused::NoBase => both("noBase", &[]),
        Refused::Unprintable(Wrong::Letter { letter, .. }) => {
            both("letter", &[&part, &letter.escape_debug().to_string()])
        }
        Refused::Unprintable(Wrong::Long { .. }) => both("long", &[&part]),
        Refused::Unprintable(Wrong::Nameless) => both("nameless", &[]),
        Refused::Unprintable(Wrong::Address) => both("address", &[]),
        Refused::Unread(_) => both("unread", &[]),
        Refused::Fine(module) => both("fine", &[&decimal(bench, *module)]),
        Refused::Far { side, distance } => both("far", &[&format!("{side:.0}"), &distance.to_string()]),
    }
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Office => "office",
        Part::Desk => "desk",
        Part::Headline => "headline",
        Part::Words => "words",
        Part::Call => "call",
        Part::Address => "address",
    }
}

fn decimal(bench: Bench, value: f32) -> String {
    let text = format!("{value:.2}");
    if bench.lang.get() == Lang::Vi { text.replace('.', ",") } else { text }
}
