//! A field of `site.json` by its path, and beside it what the check of a site says about it.

use mot_cua_contract::Mistake;

use super::super::{field, open, small};
use crate::bench::Bench;
use crate::browser;
use crate::html::{El, View, el, nothing};

/// Id of the field of a path.
pub(super) fn id(path: &str) -> String {
    ["ws-", path].concat()
}

fn name(key: &str, bench: Bench) -> String {
    bench.word(key)
}

/// A text without languages, with its mistakes.
pub(super) fn line(bench: Bench, path: &str, key: &str) -> El {
    let room = bench.site;
    let value = room.draft.with(|draft| draft.as_ref().map(|draft| draft.plain(path))).unwrap_or_default();
    let at = path.to_owned();
    let typed = move |word: String| room.change(bench, Some(&at), |draft| draft.set(&at, &word));
    el("div")
        .class("wb-line")
        .add(field::text(&id(path), name(key, bench), None, value, typed))
        .with(beside(bench, path))
}

/// A text in Vietnamese and English, side by side.
pub(super) fn pair(bench: Bench, path: &str, key: &str) -> El {
    let room = bench.site;
    let one = |lang: &'static str| {
        let words = room.draft.with(|draft| draft.as_ref().map(|draft| draft.words(path, lang)));
        let tongue = bench.word(["lang.", lang].concat().as_str());
        let named = [name(key, bench), " (".to_owned(), tongue, ")".to_owned()].concat();
        let (at, id) = (path.to_owned(), [&id(path), "-", lang].concat());
        let field = id.clone();
        let typed = move |words: String| {
            room.change(bench, Some(&field), |draft| draft.set_words(&at, lang, &words));
        };
        field::text(&id, named, Some(lang), words.unwrap_or_default(), typed)
    };
    el("div").class("wb-pair").add(one("vi")).add(one("en"))
}

/// What is said about a path and all below it.
pub(super) fn beside(bench: Bench, path: &str) -> View {
    let of = |mistake: &&Mistake| {
        let rest = mistake.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let told = bench.site.told.get();
    rows(bench, told.iter().filter(of))
}

/// What is said about exactly this path.
pub(super) fn at(bench: Bench, path: &str) -> View {
    let told = bench.site.told.get();
    rows(bench, told.iter().filter(|mistake| mistake.path == path))
}

pub(super) fn rows<'a>(bench: Bench, mistakes: impl Iterator<Item = &'a Mistake>) -> View {
    let rows: Vec<El> = mistakes.map(|mistake| open::row(bench, &mended(bench, mistake))).collect();
    if rows.is_empty() { nothing() } else { el("ul").class("wb-list").add_all(rows).view() }
}

/// The same with a way to the field, where there is one.
pub(super) fn rows_to_go<'a>(bench: Bench, mistakes: impl Iterator<Item = &'a Mistake>) -> View {
    let one = |mistake: &Mistake| {
        let at = id(&mistake.path);
        open::row(bench, &mended(bench, mistake)).add(small(
            bench,
            "→",
            "site.go",
            &mistake.path,
            move || {
                // A text in two languages begins in Vietnamese.
                browser::focus_soon([&at, "-vi"].concat());
                browser::focus_soon(at.clone());
            },
        ))
    };
    let rows: Vec<El> = mistakes.map(one).collect();
    if rows.is_empty() { nothing() } else { el("ul").class("wb-list").add_all(rows).view() }
}

/// What to do, in the clerk's language; what has no words of its own is told as the program tells it.
fn mended(bench: Bench, mistake: &Mistake) -> Mistake {
    let key = ["mend.", mistake.code].concat();
    let words = bench.word(&key);
    let expected = if words == key { mistake.expected.clone() } else { words };
    let empty = matches!(mistake.found.as_str(), "" | "no words" | "nothing");
    let found = if empty { bench.word("site.empty") } else { mistake.found.clone() };
    Mistake { expected, found, ..mistake.clone() }
}
