//! What is different between two versions of a survey, and whether answers to both can be compared.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::{Element, Kind, Model};
use crate::score::{Factor, Index};

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The question, or "" for the survey.
    pub name: String,
    pub what: What,
    /// What it was and is, where that says more.
    pub before: String,
    pub after: String,
}

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Removed,
    Added,
    Type,
    /// A value that answers already hold is no longer offered.
    ChoiceRemoved,
    ChoiceAdded,
    /// The same value under other words: old and new answers may mean different things.
    ChoiceWords,
    Words,
    Required,
    /// When it is visible, required, checked.
    Logic,
    /// An answer that is there before anyone gives one: many leave it.
    Default,
    ChoiceOrder,
    Order,
    /// What an index is made of, or that it is gone.
    Index,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Removed,
        Self::Added,
        Self::Type,
        Self::ChoiceRemoved,
        Self::ChoiceAdded,
        Self::ChoiceWords,
        Self::Words,
        Self::Required,
        Self::Logic,
        Self::Default,
        Self::ChoiceOrder,
        Self::Order,
        Self::Index,
    ];

    /// Stable kebab-case code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Removed => "question-removed",
            Self::Added => "question-added",
            Self::Type => "type",
            Self::ChoiceRemoved => "choice-removed",
            Self::ChoiceAdded => "choice-added",
            Self::ChoiceWords => "choice-words",
            Self::Words => "words",
            Self::Required => "required",
            Self::Logic => "logic",
            Self::Default => "default",
            Self::ChoiceOrder => "choice-order",
            Self::Order => "order",
            Self::Index => "index",
        }
    }

    /// Whether numbers before and after it can still stand in one line.
    pub fn breaks_trend(self) -> bool {
        matches!(
            self,
            Self::Removed
                | Self::Type
                | Self::ChoiceRemoved
                | Self::ChoiceAdded
                | Self::ChoiceWords
                | Self::Default
                | Self::Index
        )
    }
}

/// All differences, in the order of the old survey, then what is new. A question of a dynamic panel is called `panel.question`.
pub fn changes(old: &Model, new: &Model) -> Vec<Change> {
    let indices = indices(old, new);
    let (old, new) = (questions(old), questions(new));
    let find = |list: &[Asked<'_>], name: &str| list.iter().position(|one| one.name == name);
    let mut all = Vec::new();
    for before in &old {
        match find(&new, &before.name).and_then(|at| new.get(at)) {
            Some(after) => compare(before, after, &mut all),
            None => all.push(before.change(What::Removed, String::new(), String::new())),
        }
    }
    let added = new.iter().filter(|one| find(&old, &one.name).is_none());
    all.extend(added.map(|one| one.change(What::Added, String::new(), String::new())));
    let order = |list: &[Asked<'_>], other: &[Asked<'_>]| -> Vec<String> {
        let both = list.iter().filter(|one| find(other, &one.name).is_some());
        both.map(|one| one.name.clone()).collect()
    };
    let (before, after) = (order(&old, &new), order(&new, &old));
    if before != after {
        let join = |names: &[String]| names.join(", ");
        all.push(Change {
            name: String::new(),
            what: What::Order,
            before: join(&before),
            after: join(&after),
        });
    }
    all.extend(indices);
    all
}

/// Indices of the old survey that are reckoned otherwise now. Bands only name what comes out.
fn indices(old: &Model, new: &Model) -> Vec<Change> {
    let made = |index: &Index| -> String {
        let factor =
            |factor: &Factor| format!("{} × {} ({})", factor.name, factor.weight, factor.questions.join(" "));
        let factors: Vec<String> = index.factors.iter().map(factor).collect();
        format!("≥ {}: {}", index.at_least, factors.join(", "))
    };
    let now = Index::all(&new.raw);
    let changed = Index::all(&old.raw).into_iter().filter_map(|before| {
        let after = now.iter().find(|one| one.name == before.name).map(made).unwrap_or_default();
        let was = made(&before);
        (was != after).then_some(Change { name: before.name, what: What::Index, before: was, after })
    });
    changed.collect()
}

struct Asked<'a> {
    name: String,
    element: &'a Element,
}

impl Asked<'_> {
    fn change(&self, what: What, before: String, after: String) -> Change {
        Change { name: self.name.clone(), what, before, after }
    }
}

/// What asks; of two under one name the first.
fn questions(model: &Model) -> Vec<Asked<'_>> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    let mut open: Vec<(String, &Element)> =
        model.pages.iter().rev().map(|page| (String::new(), page.as_ref())).collect();
    while let Some((host, element)) = open.pop() {
        let name = host.clone() + &element.name;
        let (host, inner) = match element.kind() {
            Some(Kind::Panels(panels)) => (name.clone() + ".", panels.template.as_slice()),
            _ => (host, element.children()),
        };
        if element.kind().is_some_and(Kind::asks) && seen.insert(name.clone()) {
            all.push(Asked { name, element });
        }
        open.extend(inner.iter().rev().map(|one| (host.clone(), one.as_ref())));
    }
    all
}

fn compare(asked: &Asked<'_>, after: &Asked<'_>, all: &mut Vec<Change>) {
    let (before, after) = (asked.element, after.element);
    let text =
        |element: &Element, member: &str| element.raw.get(member).map(Value::to_string).unwrap_or_default();
    let mut differ = |what: What, members: &[&str]| {
        let say = |element: &Element| -> String {
            let parts = members.iter().map(|member| text(element, member)).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        };
        let (a, b) = (say(before), say(after));
        if a != b {
            all.push(asked.change(what, a, b));
        }
    };
    differ(What::Type, &["type", "inputType", "valueName"]);
    differ(What::Words, &["title", "description"]);
    differ(What::Required, &["isRequired"]);
    differ(
        What::Logic,
        &[
            "visibleIf",
            "enableIf",
            "requiredIf",
            "validators",
            "setValueIf",
            "setValueExpression",
            "resetValueIf",
            "choicesVisibleIf",
            "min",
            "max",
        ],
    );
    differ(What::Default, &["defaultValue", "defaultValueExpression"]);
    let (old, new) = (choices(before), choices(after));
    for (value, words) in &old {
        match new.iter().find(|(one, _)| one == value) {
            None => all.push(asked.change(What::ChoiceRemoved, value.clone(), String::new())),
            Some((_, other)) if other != words => {
                all.push(asked.change(What::ChoiceWords, words.clone(), other.clone()));
            }
            Some(_) => {}
        }
    }
    let kept = |list: &[(String, String)], other: &[(String, String)]| -> String {
        let both = list.iter().filter(|(value, _)| other.iter().any(|(one, _)| one == value));
        both.map(|(value, _)| value.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (first, then) = (kept(&old, &new), kept(&new, &old));
    let drawn = |element: &Element| text(element, "choicesOrder");
    if first != then || drawn(before) != drawn(after) {
        let say = |order: String, element: &Element| [order, drawn(element)].join(" ").trim_end().to_owned();
        all.push(asked.change(What::ChoiceOrder, say(first, before), say(then, after)));
    }
    let added = new.iter().filter(|(value, _)| !old.iter().any(|(one, _)| one == value));
    all.extend(added.map(|(value, _)| asked.change(What::ChoiceAdded, String::new(), value.clone())));
}

/// Value and words of all that can be chosen: choices, levels, rows and columns.
fn choices(element: &Element) -> Vec<(String, String)> {
    let items: Vec<&crate::question::choice::Choice> = match element.kind() {
        Some(Kind::Choices(choices)) => choices.items.iter().map(|item| &item.choice).collect(),
        Some(Kind::Rating(rating, _)) => rating.levels.iter().collect(),
        Some(Kind::Matrix(matrix)) => {
            matrix.rows.iter().chain(&matrix.columns).map(|item| &item.choice).collect()
        }
        _ => Vec::new(),
    };
    items.into_iter().map(|choice| (choice.key(), choice.words("vi") + " / " + &choice.words("en"))).collect()
}
