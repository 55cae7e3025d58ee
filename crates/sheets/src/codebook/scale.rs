//! What kind of question it is, from where to where it reaches, and its values with their words.

use mot_cua_contract::Text;
use mot_cua_survey::question::choice::Choice;
use mot_cua_survey::question::rating::Rating;
use mot_cua_survey::question::text::{Input, Sort};
use mot_cua_survey::{Kind, Question};
use serde_json::Value;

use crate::cell::key;

/// The word that the definition uses.
pub(super) fn kind(question: &Question) -> &'static str {
    match &question.kind {
        Kind::Boolean(_) => "boolean",
        Kind::Checkbox(_) => "checkbox",
        Kind::Comment(_) => "comment",
        Kind::Radiogroup(_) => "radiogroup",
        Kind::Rating(_) => "rating",
        Kind::Text(input) => match input.sort {
            Sort::Text => "text",
            sort => sort.as_str(),
        },
    }
}

/// `1–5`; `0–100` of a number; the most characters of a text. Empty: nothing bounds it, or its values are listed below.
pub(super) fn of(question: &Question) -> String {
    match &question.kind {
        Kind::Rating(rating) => match (rating.levels.first(), rating.levels.last()) {
            (Some(least), Some(most)) => format!("{}–{}", least.key(), most.key()),
            _ => String::new(),
        },
        Kind::Text(input) if input.min.is_some() || input.max.is_some() => bounds(input),
        Kind::Text(Input { max_length, .. }) => length(*max_length),
        Kind::Comment(comment) => length(comment.max_length),
        _ => String::new(),
    }
}

/// Each value, with its words. `None`: it speaks for itself.
pub(super) fn values(question: &Question) -> Vec<(Choice, Option<&Text>)> {
    match &question.kind {
        Kind::Rating(rating) => levels(rating),
        Kind::Checkbox(checkbox) => labelled(&checkbox.choices),
        Kind::Radiogroup(radiogroup) => labelled(&radiogroup.choices),
        Kind::Boolean(boolean) => {
            let choice = |value: &Value| Choice { value: value.clone(), text: None };
            let both = [(&boolean.yes, &boolean.yes_text), (&boolean.no, &boolean.no_text)];
            both.map(|(value, text)| (choice(value), text.as_ref())).into()
        }
        _ => Vec::new(),
    }
}

fn labelled(choices: &[Choice]) -> Vec<(Choice, Option<&Text>)> {
    choices.iter().map(|choice| (choice.clone(), choice.text.as_ref())).collect()
}

/// The ends of a scale may be described where its levels are not.
fn levels(rating: &Rating) -> Vec<(Choice, Option<&Text>)> {
    let mut all = labelled(&rating.levels);
    if let Some((_, label)) = all.first_mut() {
        *label = label.or(rating.least.as_ref());
    }
    if let Some((_, label)) = all.last_mut() {
        *label = label.or(rating.most.as_ref());
    }
    all
}

fn bounds(input: &Input) -> String {
    let end = |end: &Option<Value>| end.as_ref().map(key).unwrap_or_default();
    format!("{}–{}", end(&input.min), end(&input.max))
}

fn length(most: Option<usize>) -> String {
    most.map(|most| format!("≤ {most}")).unwrap_or_default()
}
