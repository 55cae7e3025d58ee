//! What a property may hold.

use std::collections::BTreeSet;

use mot_cua_contract::Mistake;
use serde_json::Value;

use crate::member::as_whole;
use crate::question::choice::{self, Choice, MOST_CHOICES};

/// The shape of one property.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    String,
    /// Words, or words by language.
    Text,
    Flag,
    Whole,
    Scalar,
    List,
    Choices,
    OneOf(&'static [&'static str]),
}

impl Shape {
    pub(super) fn check(self, value: &Value, path: &str, found: &mut Vec<Mistake>) {
        let fits = match self {
            Self::String => value.is_string(),
            Self::Text => return check_text(value, path, found),
            Self::Flag => value.is_boolean(),
            Self::Whole => as_whole(value).is_some(),
            Self::Scalar => value.is_string() || value.is_number() || value.is_boolean(),
            Self::List => value.is_array(),
            Self::Choices => return check_choices(value, path, found),
            Self::OneOf(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        };
        if !fits {
            found.push(Mistake::error("wrong-value", path, show(value), self.expected()));
        }
    }

    fn expected(self) -> String {
        match self {
            Self::String => "words in quotes".to_owned(),
            Self::Text => "words in quotes, or {\"vi\": \"…\", \"en\": \"…\"}".to_owned(),
            Self::Flag => "true or false, without quotes".to_owned(),
            Self::Whole => "a whole number of at most nine digits, without quotes".to_owned(),
            Self::Scalar => "one value: words, a number, true or false".to_owned(),
            Self::List => "a list in […]".to_owned(),
            Self::Choices => "a list of values, or of {\"value\": …, \"text\": …}".to_owned(),
            Self::OneOf(words) => format!("one of {}", words.join(", ")),
        }
    }
}

fn check_text(value: &Value, path: &str, found: &mut Vec<Mistake>) {
    match value {
        Value::String(words) => check_words(words, path, found),
        Value::Object(by_lang) if by_lang.values().all(Value::is_string) => {
            for (lang, words) in by_lang {
                check_words(words.as_str().unwrap_or_default(), &format!("{path}.{lang}"), found);
            }
        }
        _ => found.push(Mistake::error("wrong-value", path, show(value), Shape::Text.expected())),
    }
}

/// SurveyJS puts answers into texts where `{name}` stands. The citizen would see the braces.
fn check_words(words: &str, path: &str, found: &mut Vec<Mistake>) {
    if words.find('{').is_some_and(|open| words.get(open..).is_some_and(|rest| rest.contains('}'))) {
        found.push(Mistake::error(
            "not-run",
            path,
            words,
            "words without {…}: this version puts no answers into texts",
        ));
    }
}

fn check_choices(value: &Value, path: &str, found: &mut Vec<Mistake>) {
    let Some(items) = value.as_array() else {
        return found.push(Mistake::error("wrong-value", path, show(value), Shape::Choices.expected()));
    };
    if items.len() > MOST_CHOICES {
        found.push(Mistake::error(
            "too-many-choices",
            path,
            items.len().to_string(),
            format!("at most {MOST_CHOICES}"),
        ));
    }
    let mut keys = BTreeSet::new();
    for (at, item) in items.iter().take(MOST_CHOICES).enumerate() {
        let path = format!("{path}[{at}]");
        if let Value::Object(item) = item {
            super::members(item, &path, &[&[("value", Shape::Scalar), ("text", Shape::Text)]], found);
        }
        match Choice::of(item) {
            Some(item) if !keys.insert(choice::key(&item.value)) => {
                found.push(Mistake::error(
                    "double-choice",
                    path,
                    show(&item.value),
                    "a value that no other choice has",
                ));
            }
            Some(_) => {}
            None => found.push(Mistake::error(
                "no-value",
                path,
                show(item),
                "a value: \"v\" or {\"value\": \"v\", \"text\": \"…\"}",
            )),
        }
    }
}

pub(super) fn show(value: &Value) -> String {
    value.to_string()
}
