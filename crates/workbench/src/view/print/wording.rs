//! The words on the sheets, each beside ours.

use std::rc::Rc;

use mot_cua_print::{Packs, WORDS, Wording};

use super::{act, field, paper, pick};
use crate::bench::Bench;
use crate::html::{El, View, el, nothing};
use crate::prelude::RwSignal;

const LANGS: [&str; 2] = ["vi", "en"];

pub(super) fn wording(bench: Bench) -> El {
    let print = bench.print;
    let is_open = RwSignal::new(false);
    el("section")
        .class("wb-card")
        .add(el("h2").live(bench.t("words.title")))
        .add(el("p").live(bench.t("words.lead")))
        .add(
            el("div")
                .class("wb-tools")
                .add(
                    act(bench, "words.edit", move || is_open.update(|is| *is = !*is))
                        .live_attr("aria-expanded", move || Some(is_open.get().to_string())),
                )
                .add(act(bench, "words.save", move || print.save_words()))
                .add(pick(bench, "words.open", "wb-words", ".json", move |name, bytes| {
                    print.take_words(bench, &name, &bytes);
                })),
        )
        .part(move || if is_open.get() { all(bench) } else { nothing() })
}

fn all(bench: Bench) -> View {
    let print = bench.print;
    let ours = Wording::read(&Wording::template()).unwrap_or_default();
    let now = paper(print).words;
    let reset = (!now.is_empty())
        .then(|| act(bench, "words.reset", move || print.change(|paper| paper.words = Rc::default())));
    let pairs = WORDS
        .into_iter()
        .map(|key| el("div").class("wb-pair").add_all(LANGS.map(|lang| one(bench, &ours, &now, lang, key))));
    el("div")
        .class("wb-list")
        .add_some(reset)
        .add(el("p").class("wb-soft").text(&bench.word("words.hint")))
        .add_all(pairs)
        .view()
}

/// Named by our words; as they are where nothing else was written.
fn one(bench: Bench, ours: &Packs, now: &Packs, lang: &'static str, key: &'static str) -> El {
    let print = bench.print;
    let find = |packs: &Packs| packs.get(lang).and_then(|words| words.get(key)).cloned();
    let own = find(ours).unwrap_or_default();
    let value = find(now).unwrap_or_else(|| own.clone());
    let id = ["wb-w-", lang, "-", key.rsplit_once('.').map_or(key, |(_, end)| end)].concat();
    let (field_id, label) = (id.clone(), own.clone());
    let typed = move |text: String| {
        print.type_in(&field_id, |paper| {
            let words = Rc::make_mut(&mut paper.words).entry(lang.to_owned()).or_default();
            if text == own {
                words.remove(key);
            } else {
                words.insert(key.to_owned(), text);
            }
            Rc::make_mut(&mut paper.words).retain(|_, words| !words.is_empty());
        });
    };
    field::text(&id, label, Some(lang), value, typed)
}
