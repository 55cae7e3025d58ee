//! How it is printed: the page's address, the sheet, what codes are for, the logo.

use mot_cua_contract::Purpose;
use mot_cua_print::{Letters, Sheet};

use super::{act, field, paper, pick};
use crate::bench::Bench;
use crate::html::{El, el};
use crate::print::address::{Caution, caution};
use crate::print::paper::{COPIES, DISTANCES, FORMATS, PURPOSES, Paper, SHEETS, TONGUES, name, named, with};

/// What speaks against printing that address.
pub(in super::super) fn cautioned(bench: Bench, base: &str) -> Option<El> {
    let (key, class) = match caution(base)? {
        Caution::NotOne => ("address.notOne", "wb-told wb-error"),
        Caution::ThisMachine => ("address.machine", "wb-told wb-error"),
        Caution::ThisNetwork => ("address.network", "wb-told"),
        Caution::Open => ("address.open", "wb-told"),
    };
    Some(el("p").class(class).text(&bench.word(key)))
}

/// Where the codes lead.
pub(super) fn address(bench: Bench) -> El {
    let print = bench.print;
    let base = print.base();
    let own = print.own_base();
    let told = cautioned(bench, &base);
    let is_typed = paper(print).base.is_some_and(|typed| own.as_ref().is_some_and(|own| *own != typed));
    let back = is_typed.then(|| act(bench, "address.own", move || print.change(|paper| paper.base = None)));
    let typed = move |text: String| {
        let text = text.trim().trim_end_matches('/').to_owned();
        print.type_in("base", |paper| paper.base = Some(text));
    };
    el("section")
        .class("wb-card")
        .add(el("h2").text(&bench.word("address.title")))
        .add(el("p").text(&bench.word("address.lead")))
        .add(field::text("wb-print-base", bench.word("address.label"), None, base, typed))
        .add_some(told)
        .add_some(back)
}

pub(super) fn setup(bench: Bench) -> El {
    let print = bench.print;
    let now = paper(print);
    let is_sticker = now.sheet == Sheet::Stickers;
    let sheet = field::pick(
        "wb-sheet",
        bench.word("sheet.label"),
        name(&now.sheet, &SHEETS).to_owned(),
        options(bench, "sheet.", &SHEETS),
        move |picked| set(bench, |paper| paper.sheet = named(&picked, &SHEETS).unwrap_or(paper.sheet)),
    );
    let format = field::pick(
        "wb-format",
        bench.word("format.label"),
        name(&now.format, &FORMATS).to_owned(),
        options(bench, "format.", &FORMATS),
        move |picked| set(bench, |paper| paper.format = named(&picked, &FORMATS).unwrap_or(paper.format)),
    );
    let tongue = field::pick(
        "wb-tongue",
        bench.word("tongue.label"),
        name(&now.tongue, &TONGUES).to_owned(),
        options(bench, "tongue.", &TONGUES),
        move |picked| set(bench, |paper| paper.tongue = named(&picked, &TONGUES).unwrap_or(paper.tongue)),
    );
    let is_large = now.letters == Letters::Large;
    let large = field::tick(
        "wb-large",
        bench.word("print.large"),
        move || is_large,
        move |is_on| {
            set(bench, |paper| paper.letters = if is_on { Letters::Large } else { Letters::Plain });
        },
    );
    el("section")
        .class("wb-card")
        .add(el("h2").text(&bench.word("print.how")))
        .add(el("div").class("wb-pair").add(sheet).add(format))
        .add_some(is_sticker.then(|| copies(bench, &now)))
        .add(purposes(bench, &now))
        .add(el("div").class("wb-pair").add(tongue).add(distance(bench, &now)))
        .add(large)
        .add(logo(bench))
}

fn set(bench: Bench, act: impl FnOnce(&mut Paper)) {
    bench.print.change(act);
}

fn options<T>(bench: Bench, group: &str, all: &[(T, &'static str)]) -> Vec<(String, String)> {
    all.iter().map(|(_, name)| ((*name).to_owned(), bench.word(&[group, name].concat()))).collect()
}

fn copies(bench: Bench, now: &Paper) -> El {
    let all = COPIES.map(|one| (one.to_string(), one.to_string())).to_vec();
    field::pick("wb-copies", bench.word("print.copies"), now.copies.to_string(), all, move |picked| {
        set(bench, |paper| paper.copies = picked.parse().unwrap_or(1));
    })
}

fn distance(bench: Bench, now: &Paper) -> El {
    let any = (String::new(), bench.word("distance.any"));
    let one = |cm: u16| (cm.to_string(), bench.word_with("distance.cm", &[&cm.to_string()]));
    let all = std::iter::once(any).chain(DISTANCES.map(one)).collect();
    let chosen = now.distance.map(|cm| cm.to_string()).unwrap_or_default();
    field::pick("wb-distance", bench.word("distance.label"), chosen, all, move |picked| {
        set(bench, |paper| paper.distance = picked.parse().ok());
    })
}

fn purposes(bench: Bench, now: &Paper) -> El {
    let all = now.purposes.clone();
    let tick = |(purpose, name, _): (Purpose, &'static str, &str)| {
        let (is_on, others) = (all.contains(&purpose), all.clone());
        let ticked = move |is_on| set(bench, |paper| paper.purposes = with(&others, purpose, is_on));
        field::tick(
            &["wb-for-", name].concat(),
            bench.word(&["purpose.", name].concat()),
            move || is_on,
            ticked,
        )
    };
    let none = all.is_empty().then(|| el("p").class("wb-told").text(&bench.word("purpose.none")));
    el("fieldset")
        .add(el("legend").text(&bench.word("purpose.label")))
        .add(el("div").class("wb-tools").add_all(PURPOSES.map(tick)))
        .add_some(none)
}

fn logo(bench: Bench) -> El {
    let print = bench.print;
    let emblem = print.emblem.get();
    let picture = emblem.as_ref().and_then(|emblem| emblem.address.as_ref()).map(|address| {
        el("img").class("wb-emblem").attr("src", address).attr("alt", &bench.word("logo.alt"))
    });
    let drop = emblem.is_some().then(|| act(bench, "logo.drop", move || print.drop_logo()));
    let refused =
        print.refused.get().map(|why| el("p").class("wb-told wb-error").attr("role", "alert").text(&why));
    el("fieldset")
        .add(el("legend").text(&bench.word("logo.label")))
        .add(el("p").class("wb-soft").text(&bench.word("logo.lead")))
        .add(
            el("div")
                .class("wb-tools")
                .add_some(picture)
                .add(pick(bench, "logo.open", "wb-logo", ".png,image/png", move |_, bytes| {
                    print.take_logo(bench, &bytes);
                }))
                .add_some(drop),
        )
        .add_some(refused)
}
