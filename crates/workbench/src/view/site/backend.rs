//! Where answers go: one of the backends of the documentation, its address, a test answer.

use super::super::{act, field};
use super::line::{beside, line};
use crate::bench::Bench;
use crate::html::{El, View, el, nothing};
use crate::site::known;
use crate::site::said::Said;
use crate::site::{Draft, Try};

pub(super) fn backend(bench: Bench) -> El {
    let room = bench.site;
    let now = room.draft.with(|draft| known::name_of(draft.as_ref().and_then(|draft| draft.at("submit"))));
    let all =
        known::names().map(|name| (name.to_owned(), bench.word(&["backend.", name].concat()))).collect();
    let picked = move |name: String| {
        if let Some(submit) = known::submit(&name) {
            room.change(bench, None, |draft| draft.put("submit", Some(submit.into())));
        }
    };
    el("section")
        .class("wb-card")
        .add(el("h3").text(&bench.word("site.backend")))
        .add(el("p").text(&bench.word("site.backendLead")))
        .add(field::pick("ws-backend", bench.word("site.backendKind"), now.to_owned(), all, picked))
        .add(el("div").class("wb-pair").add(line(bench, "submit.url", "site.submitUrl")).add(line(
            bench,
            "submit.attachments",
            "site.attachments",
        )))
        .add(revisions(bench))
        .with(rest(bench))
        .add(trial(bench))
}

fn revisions(bench: Bench) -> El {
    let room = bench.site;
    let word = |draft: &Option<Draft>| draft.as_ref().map(|draft| draft.plain("submit.revisions"));
    let now = room.draft.with(word).filter(|word| !word.is_empty()).unwrap_or_else(|| "append".to_owned());
    let all = ["append", "replace", "final"];
    let all = all.map(|name| (name.to_owned(), bench.word(&["revisions.", name].concat()))).to_vec();
    field::pick("ws-submit.revisions", bench.word("site.revisions"), now, all, move |name| {
        room.change(bench, None, |draft| draft.put("submit.revisions", Some(name.into())));
    })
}

/// What is said about the parts of `submit` that have no field.
fn rest(bench: Bench) -> View {
    const SHOWN: [&str; 2] = ["submit.url", "submit.attachments"];
    let told = bench.site.told.get();
    let of = told.iter().filter(|one| one.path.starts_with("submit") && !SHOWN.contains(&one.path.as_str()));
    super::line::rows(bench, of)
}

fn trial(bench: Bench) -> El {
    let room = bench.site;
    let tried = room.tried.get();
    let usable = room.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.site().is_some()));
    let off = (!usable || tried == Try::Sending).then(String::new);
    let button = act(bench, "try.send", move || room.try_backend(bench)).attr("id", "ws-try");
    let why = (!usable).then(|| el("p").class("wb-soft").text(&bench.word("try.first")));
    let said = match tried {
        Try::None => nothing(),
        Try::Sending => el("p").text(&bench.word("try.sending")).view(),
        Try::Done(said) => {
            el("ul").class("wb-list").add_all(said.iter().map(|one| sentence(bench, one))).view()
        }
    };
    el("div")
        .class("wb-try")
        .add(el("p").class("wb-soft").text(&bench.word("try.lead")))
        .add(button.maybe("disabled", off))
        .add_some(why)
        .add(el("div").attr("role", "status").with(said))
        .with(beside(bench, "privacy"))
}

fn sentence(bench: Bench, said: &Said) -> El {
    let values: Vec<&str> = said.values.iter().map(String::as_str).collect();
    let grade = bench.word(if said.good { "try.good" } else { "try.bad" });
    let row = el("li")
        .class(if said.good { "wb-told wb-fine" } else { "wb-told wb-error" })
        .add(el("p").add(el("b").text(&grade)).text(" ").text(&bench.word_with(said.key, &values)));
    match said.ask {
        Some(ask) => row
            .add(el("p").class("wb-fix").text(&bench.word("try.ask")))
            .add(el("pre").class("wb-ask").attr("tabindex", "0").text(&bench.word_with(ask, &values))),
        None => row,
    }
}
