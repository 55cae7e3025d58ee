//! The editor: pages, the questions on them, and what can be done to each.

use serde_json::Value;

use super::{act, field, question, small, told};
use crate::bench::Bench;
use crate::browser::{self, Event, value_of};
use crate::edit::fresh::KINDS;
use crate::edit::text;
use crate::edit::{At, Survey};
use crate::html::{El, el};

/// Id of something of a question's.
pub(super) fn id(at: At, what: &str) -> String {
    ["wb-q", &at.page.to_string(), "-", &at.question.to_string(), "-", what].concat()
}

fn page_id(page: usize, what: &str) -> String {
    ["wb-p", &page.to_string(), "-", what].concat()
}

pub(super) fn edit(bench: Bench) -> El {
    let Some(survey) = bench.doc.with(|doc| doc.as_ref().map(|doc| doc.survey.clone())) else {
        return el("div");
    };
    let pages = (0..survey.pages().len()).map(|at| page(bench, &survey, at));
    let title = |lang: &str| text::get(survey.0.get("title"), lang);
    let typed = move |lang: &'static str, words: String| {
        bench.type_in(&["title", lang].concat(), |survey| text::set(&mut survey.0, "title", lang, &words));
    };
    let add = move || {
        if let Some(page) = bench.change(Survey::add_page) {
            browser::focus_soon(page_id(page, "title-vi"));
        }
    };
    el("div")
        .class("wb-edit")
        .add(el("section").class("wb-card").add(field::both(bench, "wb-title", "edit.title", title, typed)))
        .add_all(pages)
        .add(act(bench, "edit.addPage", add).attr("id", "wb-add-page"))
}

fn page(bench: Bench, survey: &Survey, at: usize) -> El {
    let raw = survey.pages().get(at);
    let title = |lang: &str| text::get(raw.and_then(|page| page.get("title")), lang);
    let typed = move |lang: &'static str, words: String| {
        let field = [&page_id(at, "title"), lang].concat();
        bench.type_in(&field, |survey| survey.change_page(at, |page| text::set(page, "title", lang, &words)));
    };
    let name = bench.word_with("edit.page", &[&(at + 1).to_string()]);
    let last = survey.pages().len().saturating_sub(1);
    let rows = survey
        .questions(at)
        .iter()
        .enumerate()
        .map(|(question, one)| row(bench, At { page: at, question }, one));
    el("section")
        .class("wb-card wb-one-page")
        .attr("aria-label", &name)
        .add(el("div").class("wb-row").add(el("h3").text(&name)).add(page_acts(bench, at, last, &name)))
        .add(field::both(bench, &page_id(at, "title"), "edit.pageTitle", title, typed))
        .add(el("ol").class("wb-questions").add_all(rows))
        .add(adder(bench, at))
}

fn page_acts(bench: Bench, at: usize, last: usize, name: &str) -> El {
    let swap = move |other: usize, what: &str| {
        bench.change(|survey| survey.swap_pages(at, other));
        browser::focus_soon(page_id(other, what));
    };
    let copy = move || {
        bench.change(|survey| survey.copy_page(at));
    };
    let remove = move || {
        bench.chosen.set(None);
        bench.change(|survey| survey.remove_page(at));
        bench.say("said.removed", &[]);
        browser::focus_soon("wb-undo".to_owned());
    };
    let up = (at > 0).then(|| {
        small(bench, "↑", "edit.up", name, move || swap(at.saturating_sub(1), "up"))
            .attr("id", &page_id(at, "up"))
    });
    let down = (at < last).then(|| {
        small(bench, "↓", "edit.down", name, move || swap(at + 1, "down")).attr("id", &page_id(at, "down"))
    });
    el("div")
        .class("wb-smalls")
        .add_some(up)
        .add_some(down)
        .add(small(bench, "⧉", "edit.copy", name, copy))
        .add(small(bench, "✕", "edit.remove", name, remove))
}

fn row(bench: Bench, at: At, one: &Value) -> El {
    let is_open = bench.chosen.get() == Some(at);
    let member = |member: &str| one.get(member).and_then(Value::as_str).unwrap_or_default();
    let (kind, name) = (member("type"), member("name"));
    let title = text::get(one.get("title"), bench.lang.get().as_str());
    let title = if title.is_empty() { text::get(one.get("title"), "vi") } else { title };
    let shown = if title.is_empty() { name } else { &title };
    let toggle = move || bench.chosen.set((bench.chosen.get_untracked() != Some(at)).then_some(at));
    let head = el("button")
        .attr("type", "button")
        .class("wb-open")
        .attr("id", &id(at, "open"))
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .click(toggle)
        .add(el("span").class("wb-kind").text(&kind_words(bench, kind)))
        .text(" ")
        .add(el("span").class("wb-words").text(shown))
        .add_some(
            one.get("visibleIf").map(|_| el("span").class("wb-count").text(&bench.word("edit.hasCondition"))),
        )
        .add_some(told::count(bench, at));
    let form = is_open.then(|| question::form(bench, at, one));
    el("li")
        .class("wb-question")
        .add(el("div").class("wb-row").add(head).add(acts(bench, at, name)))
        .add_some(form)
}

fn acts(bench: Bench, at: At, name: &str) -> El {
    let step = move |what: &'static str, act: fn(&mut Survey, At) -> Option<At>| {
        let Some(Some(now)) = bench.change(|survey| act(survey, at)) else { return };
        if bench.chosen.get_untracked() == Some(at) {
            bench.chosen.set(Some(now));
        }
        browser::focus_soon(id(now, what));
    };
    let copy = move || {
        if let Some(Some(now)) = bench.change(|survey| survey.copy(at)) {
            bench.chosen.set(Some(now));
            browser::focus_soon(id(now, "open"));
        }
    };
    let remove = move || {
        bench.chosen.set(None);
        bench.change(|survey| survey.remove(at));
        bench.say("said.removed", &[]);
        browser::focus_soon("wb-undo".to_owned());
    };
    el("div")
        .class("wb-smalls")
        .add(small(bench, "↑", "edit.up", name, move || step("up", Survey::up)).attr("id", &id(at, "up")))
        .add(
            small(bench, "↓", "edit.down", name, move || step("down", Survey::down))
                .attr("id", &id(at, "down")),
        )
        .add(small(bench, "⧉", "edit.copy", name, copy))
        .add(small(bench, "✕", "edit.remove", name, remove))
}

/// What kind of question, in words. A type without words is called as SurveyJS calls it.
pub(super) fn kind_words(bench: Bench, kind: &str) -> String {
    if KINDS.contains(&kind) { bench.word(&["kind.", kind].concat()) } else { kind.to_owned() }
}

fn adder(bench: Bench, page: usize) -> El {
    let field = page_id(page, "add");
    let option = |kind: &str| el("option").attr("value", kind).text(&kind_words(bench, kind));
    let first = el("option").attr("value", "").text(&bench.word("edit.add"));
    let heard = move |event: Event| {
        let kind = value_of(&event);
        if kind.is_empty() {
            return;
        }
        if let Some(Some(at)) = bench.change(|survey| survey.add(page, &kind)) {
            bench.chosen.set(Some(at));
            browser::focus_soon(id(at, "title-vi"));
        }
    };
    el("div").class("wb-field").add(
        el("select")
            .attr("id", &field)
            .class("wb-adder")
            .attr("aria-label", &[&bench.word("edit.add"), " (", &(page + 1).to_string(), ")"].concat())
            .value(String::new)
            .on("change", heard)
            .add(first)
            .add_all(KINDS.map(option)),
    )
}
