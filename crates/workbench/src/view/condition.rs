//! When a question is shown: picked as question · is · value, or written.

use serde_json::{Map, Value};

use super::edit::id;
use super::{act, field};
use crate::bench::Bench;
use crate::edit::condition::{Condition, Is};
use crate::edit::{At, Survey, choices, text};
use crate::html::{El, el};

pub(super) fn condition(bench: Bench, at: At, raw: &Map<String, Value>) -> El {
    let now = raw.get("visibleIf").and_then(Value::as_str).unwrap_or_default().to_owned();
    let set = move |expression: String| {
        bench.type_in(&id(at, "visibleIf"), |survey| {
            survey.change(at, |one| {
                if expression.trim().is_empty() {
                    one.shift_remove("visibleIf");
                } else {
                    one.insert("visibleIf".to_owned(), expression.into());
                }
            });
        });
    };
    let picked = Condition::read(&now);
    let says_more = !now.is_empty() && picked.is_none();
    let rows = if says_more {
        el("p").class("wb-soft").live(bench.t("when.more"))
    } else {
        picker(bench, at, picked, set)
    };
    let clear = (!now.is_empty()).then(|| act(bench, "when.always", move || set(String::new())));
    el("fieldset")
        .class("wb-when")
        .add(el("legend").live(bench.t("when.title")))
        .add(rows)
        .add(field::text(&id(at, "when"), bench.word("when.expression"), None, now, set))
        .add_some(clear)
}

fn picker(bench: Bench, at: At, picked: Option<Condition>, set: impl Fn(String) + Copy + 'static) -> El {
    let survey = bench.doc.with(|doc| doc.as_ref().map(|doc| doc.survey.clone()));
    let Some(survey) = survey else { return el("div") };
    let lang = bench.lang.get().as_str();
    let mut names = vec![(String::new(), bench.word("when.nothing"))];
    names.extend(survey.names(Some(at)).into_iter().map(|name| {
        let words = asked(&survey, &name).map(|one| text::get(one.get("title"), lang)).unwrap_or_default();
        let words = if words.is_empty() { name.clone() } else { words };
        (name, words)
    }));
    let name = picked.as_ref().map(|one| one.name.clone()).unwrap_or_default();
    let of = move |name: String| Condition { name, is: Is::Equal, value: Value::from("") };
    let begin = {
        let survey = survey.clone();
        move |name: String| {
            let first = asked(&survey, &name).and_then(|one| choices::read(one).into_iter().next());
            let value = first.map_or_else(|| Value::from(""), |choice| choice.value);
            set(if name.is_empty() { String::new() } else { Condition { value, ..of(name) }.expression() });
        }
    };
    let made = el("div").class("wb-triple").add(field::pick(
        &id(at, "when-name"),
        bench.word("when.question"),
        name,
        names,
        begin,
    ));
    let Some(picked) = picked else { return made };
    let signs = Is::ALL.map(|is| (is.sign().to_owned(), bench.word(&["is.", is.sign()].concat()))).to_vec();
    let now = picked.clone();
    let sign = move |sign: String| {
        if let Some(is) = Is::of(&sign) {
            set(Condition { is, ..now.clone() }.expression());
        }
    };
    let made = made.add(field::pick(
        &id(at, "when-is"),
        bench.word("when.is"),
        picked.is.sign().to_owned(),
        signs,
        sign,
    ));
    if picked.is.takes_value() { made.add(value(bench, at, &survey, picked, set)) } else { made }
}

fn value(
    bench: Bench,
    at: At,
    survey: &Survey,
    picked: Condition,
    set: impl Fn(String) + Copy + 'static,
) -> El {
    let (field, name, now) = (id(at, "when-value"), bench.word("when.value"), choices::shown(&picked.value));
    let lang = bench.lang.get().as_str();
    let all = asked(survey, &picked.name).map(choices::read).unwrap_or_default();
    if all.is_empty() {
        return field::text(&field, name, None, now, move |words| {
            set(Condition { value: choices::typed(&words), ..picked.clone() }.expression());
        });
    }
    let words = |choice: &choices::Choice| {
        let (value, words) = (choices::shown(&choice.value), text::get(choice.raw.get("text"), lang));
        if words.is_empty() { (value.clone(), value) } else { (value, words) }
    };
    let options = all.iter().map(words).collect();
    field::pick(&field, name, now, options, move |value| {
        let chosen = all.iter().find(|choice| choices::shown(&choice.value) == value);
        if let Some(choice) = chosen {
            set(Condition { value: choice.value.clone(), ..picked.clone() }.expression());
        }
    })
}

fn asked<'a>(survey: &'a Survey, name: &str) -> Option<&'a Map<String, Value>> {
    let all = (0..survey.pages().len()).flat_map(|page| survey.questions(page));
    all.filter_map(Value::as_object).find(|one| one.get("name").and_then(Value::as_str) == Some(name))
}
