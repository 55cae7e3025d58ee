//! Texts: in every language that the survey speaks, and without anything that runs.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::collect::Survey;
use super::{Code, Found};

pub(super) fn check(survey: &Survey, found: &mut Found) {
    let mut texts = Vec::new();
    collect(survey.raw, "", &mut texts);
    let langs: BTreeSet<&str> = texts.iter().flat_map(|(_, text)| text.keys().map(String::as_str)).collect();
    for (path, text) in &texts {
        let missing: Vec<&str> =
            langs.iter().copied().filter(|lang| *lang != "default" && !text.contains_key(*lang)).collect();
        // "default" stands for the one language that is named beside it.
        let by_default = missing.len() == 1 && text.contains_key("default") && langs.len() <= 2;
        if !missing.is_empty() && !by_default {
            found.add(Code::MissingTranslation, path, &[("langs", &missing.join(", "))]);
        }
    }
    let mut words = Vec::new();
    strings(&Value::Object(survey.raw.clone()), "", &mut words);
    for (path, text) in words {
        if runs(&text) {
            found.add(Code::UnsafeMarkup, &path, &[("value", text.get(..60).unwrap_or(&text))]);
        }
    }
}

/// Objects under members that hold words, one word per language.
fn collect<'a>(raw: &'a Map<String, Value>, path: &str, into: &mut Vec<(String, &'a Map<String, Value>)>) {
    const WORDS: [&str; 12] = [
        "title",
        "description",
        "html",
        "text",
        "label",
        "labelTrue",
        "labelFalse",
        "minRateDescription",
        "maxRateDescription",
        "placeholder",
        "completedHtml",
        "requiredErrorText",
    ];
    for (member, value) in raw {
        let at = if path.is_empty() { member.clone() } else { format!("{path}.{member}") };
        match value {
            Value::Object(text)
                if WORDS.contains(&member.as_str()) && text.values().all(Value::is_string) =>
            {
                into.push((at, text));
            }
            Value::Object(inner) => collect(inner, &at, into),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    if let Value::Object(inner) = item {
                        collect(inner, &format!("{at}[{index}]"), into);
                    }
                }
            }
            _ => {}
        }
    }
}

fn strings(value: &Value, path: &str, into: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => into.push((path.to_owned(), text.clone())),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| strings(item, &format!("{path}[{at}]"), into));
        }
        Value::Object(members) => {
            for (name, member) in members {
                let at = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                strings(member, &at, into);
            }
        }
        _ => {}
    }
}

/// Scripts, handlers, links that run code: the page shows none of it, so that it has no place in a text.
fn runs(text: &str) -> bool {
    let lower: String = text.to_lowercase().chars().filter(|one| !one.is_control()).collect();
    let tag = |name: &str| lower.contains(&format!("<{name}"));
    let handler = lower.split('<').skip(1).any(|rest| {
        let inside = rest.split('>').next().unwrap_or_default();
        inside.split([' ', '/', '"', '\'']).any(|word| {
            word.strip_prefix("on").is_some_and(|rest| {
                rest.split_once('=').is_some_and(|(name, _)| {
                    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())
                })
            })
        })
    });
    ["script", "iframe", "object", "embed", "base"].into_iter().any(tag)
        || handler
        || ["javascript:", "vbscript:", "data:text/html"].into_iter().any(|scheme| lower.contains(scheme))
}
