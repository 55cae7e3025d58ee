//! The fields of one question.

use serde_json::{Map, Value};

use super::edit::id;
use super::{act, condition, field, small, told};
use crate::bench::Bench;
use crate::browser;
use crate::edit::choices::{self, Choice};
use crate::edit::{At, text};
use crate::html::{El, el};

pub(super) fn form(bench: Bench, at: At, one: &Value) -> El {
    let Some(raw) = one.as_object() else { return el("div") };
    let words = |member: &'static str, key: &'static str| {
        let now = |lang: &str| text::get(raw.get(member), lang);
        let typed = move |lang: &'static str, words: String| {
            let field = id(at, &[member, lang].concat());
            bench.type_in(&field, |survey| survey.change(at, |one| text::set(one, member, lang, &words)));
        };
        field::both(bench, &id(at, member), key, now, typed)
    };
    let main = if raw.get("type").and_then(Value::as_str) == Some("html") {
        ("html", "edit.html")
    } else {
        ("title", "edit.question")
    };
    el("div")
        .class("wb-form")
        .part(move || told::about(bench, at))
        .add(words(main.0, main.1))
        .add(words("description", "edit.description"))
        .add(el("div").class("wb-pair").add(name(bench, at, raw)).add(required(bench, at, raw)))
        .add_some(choices::member(raw).map(|_| list(bench, at, raw)))
        .add(condition::condition(bench, at, raw))
}

fn name(bench: Bench, at: At, raw: &Map<String, Value>) -> El {
    let now = raw.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    let named = move |words: String| {
        bench.change(|survey| survey.rename(at, words.trim()));
    };
    field::whole(&id(at, "name"), bench.word("edit.name"), now, named)
}

fn required(bench: Bench, at: At, raw: &Map<String, Value>) -> El {
    let is_on = raw.get("isRequired") == Some(&Value::Bool(true));
    let ticked = move |on: bool| {
        bench.change(|survey| {
            survey.change(at, |one| {
                if on {
                    one.insert("isRequired".to_owned(), true.into());
                } else {
                    one.shift_remove("isRequired");
                }
            });
        });
    };
    field::tick(&id(at, "required"), bench.word("edit.required"), move || is_on, ticked)
}

fn list(bench: Bench, at: At, raw: &Map<String, Value>) -> El {
    let add = move || {
        bench.change(|survey| survey.change(at, |one| choices::change(one, choices::add)));
    };
    let all = choices::read(raw);
    let last = all.len().saturating_sub(1);
    let rows = all.iter().enumerate().map(|(number, choice)| row(bench, at, number, last, choice));
    el("fieldset")
        .class("wb-choices")
        .add(el("legend").live(bench.t("edit.choices")))
        .add(el("ol").class("wb-list").add_all(rows))
        .add(act(bench, "edit.addChoice", add))
}

fn row(bench: Bench, at: At, number: usize, last: usize, choice: &Choice) -> El {
    let part = move |what: &str| id(at, &["c", &number.to_string(), what].concat());
    let change = move |field: String, act: &dyn Fn(&mut Choice)| {
        bench.type_in(&field, |survey| {
            survey.change(at, |one| {
                choices::change(one, |all| all.get_mut(number).map(act).unwrap_or_default());
            });
        });
    };
    let words = |lang: &str| text::get(choice.raw.get("text"), lang);
    let typed = move |lang: &'static str, words: String| {
        change(part(lang), &|choice| text::set(&mut choice.raw, "text", lang, &words));
    };
    let value = move |words: String| {
        bench.change(|survey| survey.revalue(at, number, &choices::typed(&words)));
    };
    let shown = choices::shown(&choice.value);
    let up = (number > 0).then(|| {
        let go = move || {
            let swap = |all: &mut Vec<Choice>| {
                if number < all.len() {
                    all.swap(number, number.saturating_sub(1));
                }
            };
            bench.change(|survey| survey.change(at, |one| choices::change(one, swap)));
            browser::focus_soon(id(at, &["c", &number.saturating_sub(1).to_string(), "v"].concat()));
        };
        small(bench, "↑", "edit.up", &shown, go)
    });
    let remove = move || {
        let take = |all: &mut Vec<Choice>| {
            if number < all.len() {
                all.remove(number);
            }
        };
        bench.change(|survey| survey.change(at, |one| choices::change(one, take)));
        browser::focus_soon(id(at, &["c", &last.saturating_sub(1).min(number).to_string(), "v"].concat()));
    };
    el("li")
        .class("wb-choice")
        .add(field::whole(&part("v"), bench.word("edit.value"), shown.clone(), value))
        .add(field::both(bench, &part("t"), "edit.words", words, typed))
        .add(el("div").class("wb-smalls").add_some(up).add(small(bench, "✕", "edit.remove", &shown, remove)))
}
