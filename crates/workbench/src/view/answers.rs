//! What the phone was answered, what is calculated from it, and what is not shown because of it.

use std::rc::Rc;

use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::Session;
use serde_json::{Map, Value};

use crate::bench::Bench;
use crate::browser;
use crate::edit::choices::shown;
use crate::html::{El, View, el, nothing};

pub(super) fn answers(bench: Bench) -> El {
    el("section")
        .class("wb-card wb-answers")
        .add(el("h3").live(bench.t("answers.title")))
        .part(move || list(bench))
}

fn list(bench: Bench) -> View {
    let answers = bench.answers.get();
    let names = bench.doc.with(|doc| doc.as_ref().map(|doc| (doc.survey.text(), doc.survey.names(None))));
    let Some((text, names)) = names else { return nothing() };
    let Some(model) = Model::parse(&text) else { return nothing() };
    let (now, offset) = browser::clock();
    let session =
        Session::with(Rc::new(model), Clock { now, offset }, 1, bench.lang.get().as_str(), answers.clone());
    let visible = session.shown().visible;
    let hidden: Vec<&String> = names.iter().filter(|name| !visible.contains(name)).collect();
    let calculated: Map<String, Value> = session
        .data()
        .iter()
        .filter(|(name, _)| !answers.contains_key(*name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let none = answers.is_empty().then(|| el("p").class("wb-soft").live(bench.t("answers.none")));
    el("div")
        .add_some(none)
        .add(pairs(&answers))
        .add_some(
            (!calculated.is_empty())
                .then(|| el("div").add(el("h4").live(bench.t("answers.calculated"))).add(pairs(&calculated))),
        )
        .add_some((!hidden.is_empty()).then(|| {
            let all = hidden.iter().map(|name| el("li").add(el("code").text(name)));
            el("div")
                .add(el("h4").live(bench.t("answers.hidden")))
                .add(el("ul").class("wb-names").add_all(all))
        }))
        .view()
}

fn pairs(all: &Map<String, Value>) -> El {
    let row = |(name, value): (&String, &Value)| {
        el("li").add(el("code").text(name)).text(" = ").add(el("b").text(&shown(value)))
    };
    el("ul").class("wb-list").add_all(all.iter().map(row))
}
