//! One question of a designer's file.

use mot_cua_contract::Mistake;
use serde_json::{Map, Value};

use super::shape::show;
use super::types::{COMMON, NOT_RUN, TYPES};
use super::{members, nearest};
use crate::question::{Kind, Question, text};

/// The elements of a page or of a survey without pages, each with its path.
pub(super) fn list<'a>(parent: &'a Map<String, Value>, path: &str, into: &mut Vec<(String, &'a Value)>) {
    let name = if parent.contains_key("elements") { "elements" } else { "questions" };
    if let Some(Value::Array(items)) = parent.get(name) {
        into.extend(items.iter().enumerate().map(|(at, item)| (format!("{path}{name}[{at}]"), item)));
    }
}

pub(super) fn check(element: &Value, path: &str, found: &mut Vec<Mistake>) {
    let Value::Object(element) = element else {
        return found.push(Mistake::error(
            "wrong-shape",
            path,
            show(element),
            "a question: an object with `type` and `name`",
        ));
    };
    let kind = element.get("type").and_then(Value::as_str).unwrap_or_default();
    let Some((_, properties)) = TYPES.iter().find(|(name, _)| *name == kind) else {
        return found.push(unknown_type(kind, path));
    };
    members(element, path, &[COMMON, properties], found);
    if let Some(question) = Question::of(element) {
        check_question(&question, element, path, found);
    }
}

fn unknown_type(kind: &str, path: &str) -> Mistake {
    let path = format!("{path}.type");
    let all = TYPES.iter().map(|(name, _)| *name);
    if NOT_RUN.contains(&kind) {
        let expected =
            format!("one of {}: this version does not run `{kind}`", all.collect::<Vec<_>>().join(", "));
        return Mistake::error("not-run", path, kind, expected);
    }
    let expected = match nearest::to(kind, all.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("one of {}", all.collect::<Vec<_>>().join(", ")),
    };
    Mistake::error("unknown-type", path, if kind.is_empty() { "no type" } else { kind }, expected)
}

fn check_question(question: &Question, element: &Map<String, Value>, path: &str, found: &mut Vec<Mistake>) {
    if question.title.as_ref().is_none_or(mot_cua_contract::Text::is_blank) {
        let expected = format!("a `title`: citizens would read `{}`", question.name);
        found.push(Mistake::warning("no-title", path, "no words", expected));
    }
    let few = |name: &str, count: usize| {
        let path = format!("{path}.{name}");
        (count < 2).then(|| {
            Mistake::error("too-few-choices", path, count.to_string(), "at least two to choose from")
        })
    };
    match &question.kind {
        Kind::Checkbox(checkbox) if checkbox.choices.is_empty() => {
            found.push(Mistake::error("too-few-choices", format!("{path}.choices"), "none", "at least one"));
        }
        Kind::Radiogroup(radiogroup) => found.extend(few("choices", radiogroup.choices.len())),
        Kind::Rating(rating) => {
            found.extend(few("rateValues", rating.levels.len()));
            let named = rating.levels.iter().all(|level| level.text.is_some());
            if !named && (rating.least.is_none() || rating.most.is_none()) {
                let expected =
                    "a text for each of `rateValues`, or minRateDescription and maxRateDescription";
                found.push(Mistake::warning("unnamed-levels", path, "levels without words", expected));
            }
        }
        Kind::Boolean(boolean) if boolean.yes == boolean.no => {
            found.push(Mistake::error(
                "double-choice",
                path,
                show(&boolean.yes),
                "different values for yes and no",
            ));
        }
        Kind::Text(input) => check_bounds(input, element, path, found),
        _ => {}
    }
}

fn check_bounds(input: &text::Input, element: &Map<String, Value>, path: &str, found: &mut Vec<Mistake>) {
    for name in ["min", "max"] {
        let Some(bound) = element.get(name) else { continue };
        let expected = match input.sort {
            text::Sort::Number if !bound.is_number() => "a number, without quotes",
            text::Sort::Date if !bound.as_str().is_some_and(text::is_date) => "a date like \"2026-01-31\"",
            text::Sort::Number | text::Sort::Date => continue,
            _ => "nothing: only numbers and dates have a least and a most",
        };
        found.push(Mistake::error("wrong-value", format!("{path}.{name}"), show(bound), expected));
    }
}
