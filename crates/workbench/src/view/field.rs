//! Fields of the editor. Each has an id, so that it keeps the focus when what stands around it is made again.

use crate::bench::Bench;
use crate::browser::{Event, checked_of, value_of};
use crate::html::{El, el};

/// A line, or several, with its name above.
pub(super) fn text(
    id: &str,
    name: String,
    lang: Option<&str>,
    value: String,
    typed: impl Fn(String) + 'static,
) -> El {
    let field = el("input")
        .attr("type", "text")
        .attr("id", id)
        .maybe("lang", lang.map(str::to_owned))
        .attr("autocomplete", "off");
    named(
        id,
        name,
        field.value(move || value.clone()).on("input", move |event: Event| typed(value_of(&event))),
    )
}

/// A line that counts when it is left: what it says is a name, and half of it is the name of something else.
pub(super) fn whole(id: &str, name: String, value: String, said: impl Fn(String) + 'static) -> El {
    let field = el("input").attr("type", "text").attr("id", id).attr("autocomplete", "off");
    named(
        id,
        name,
        field.value(move || value.clone()).on("change", move |event: Event| said(value_of(&event))),
    )
}

/// The same in Vietnamese and English, side by side.
pub(super) fn both(
    bench: Bench,
    id: &str,
    key: &str,
    value: impl Fn(&str) -> String,
    typed: impl Fn(&'static str, String) + Copy + 'static,
) -> El {
    let one = |lang: &'static str| {
        let name =
            [bench.word(key), " (".to_owned(), bench.word(["lang.", lang].concat().as_str()), ")".to_owned()]
                .concat();
        text(&[id, "-", lang].concat(), name, Some(lang), value(lang), move |words| typed(lang, words))
    };
    el("div").class("wb-pair").add(one("vi")).add(one("en"))
}

/// A box to tick.
pub(super) fn tick(
    id: &str,
    name: String,
    is_on: impl Fn() -> bool + 'static,
    ticked: impl Fn(bool) + 'static,
) -> El {
    let field = el("input").attr("type", "checkbox").attr("id", id);
    let field = field.checked(is_on).on("change", move |event: Event| ticked(checked_of(&event)));
    el("label").class("wb-tick").add(field).add(el("span").text(&name))
}

/// A list to pick one from: value and words of each.
pub(super) fn pick(
    id: &str,
    name: String,
    now: String,
    all: Vec<(String, String)>,
    picked: impl Fn(String) + 'static,
) -> El {
    let option = |(value, words): &(String, String)| {
        let chosen = (*value == now).then(String::new);
        el("option").attr("value", value).maybe("selected", chosen).text(words)
    };
    let options: Vec<El> = all.iter().map(option).collect();
    let field = el("select").attr("id", id).add_all(options);
    named(
        id,
        name,
        field.value(move || now.clone()).on("change", move |event: Event| picked(value_of(&event))),
    )
}

fn named(id: &str, name: String, field: El) -> El {
    el("div").class("wb-field").add(el("label").attr("for", id).text(&name)).add(field)
}
