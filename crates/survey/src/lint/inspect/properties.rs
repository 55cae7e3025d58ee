//! Types and properties: known, of the right shape, with an effect.

use serde_json::Value;

use super::collect::{Part, Survey};
use super::profile::{ELEMENT, OF_TYPE, OUTSIDE, SURVEY, TYPES};
use super::{Code, Found, short};
use crate::lint::nearest;
use crate::model::OUTSIDE as OUTSIDE_TYPES;

/// Members that are lists.
const LISTS: &[&str] = &[
    "pages",
    "elements",
    "questions",
    "templateElements",
    "choices",
    "rateValues",
    "rows",
    "columns",
    "items",
    "validators",
    "triggers",
    "calculatedValues",
    "completedHtmlOnCondition",
];

/// Members that are true or false.
const FLAGS: &[&str] = &[
    "isRequired",
    "visible",
    "readOnly",
    "showOtherItem",
    "hasOther",
    "showNoneItem",
    "hasNone",
    "showCommentArea",
    "hasComment",
    "eachRowRequired",
    "isAllRowRequired",
    "eachRowUnique",
    "hideIfChoicesEmpty",
    "firstPageIsStartPage",
    "selectToRankEnabled",
];

/// Member → the words it may be.
const WORDS: &[(&str, &[&str])] = &[
    ("questionsOnPageMode", &["standard", "singlePage", "questionPerPage", "questionOnPage", "inputPerPage"]),
    ("clearInvisibleValues", &["none", "onComplete", "onHidden", "onHiddenContainer"]),
    ("clearIfInvisible", &["default", "none", "onComplete", "onHidden", "onHiddenContainer"]),
    ("choicesOrder", &["none", "asc", "desc", "random"]),
    ("rateType", &["labels", "stars", "smileys", "numbers"]),
    ("choicesFromQuestionMode", &["all", "selected", "unselected"]),
    ("checkErrorsMode", &["onNextPage", "onValueChanged", "onComplete", "onValueChanging"]),
    (
        "inputType",
        &[
            "text",
            "number",
            "range",
            "date",
            "datetime-local",
            "month",
            "week",
            "time",
            "email",
            "tel",
            "url",
            "color",
            "password",
            "datetime",
        ],
    ),
];

/// A member that does nothing without one of the others.
const NEEDS: &[(&str, &[&str])] = &[
    ("requiredErrorText", &["isRequired", "requiredIf"]),
    ("otherText", &["showOtherItem", "hasOther"]),
    ("otherErrorText", &["showOtherItem", "hasOther"]),
    ("noneText", &["showNoneItem", "hasNone"]),
    ("commentText", &["showCommentArea", "hasComment"]),
    ("choicesFromQuestionMode", &["choicesFromQuestion"]),
    ("choiceValuesFromQuestion", &["choicesFromQuestion"]),
    ("keyDuplicationError", &["keyName"]),
];

pub(super) fn check(survey: &Survey, found: &mut Found) {
    members(survey.raw, "", &[SURVEY], found);
    for part in &survey.parts {
        let path = format!("{}.type", part.path);
        if part.kind.is_empty() {
            found.add(Code::MissingProperty, &path, &[("name", "type")]);
        } else if OUTSIDE_TYPES.contains(&part.kind) {
            found.add(Code::OutsideType, &path, &[("name", part.kind)]);
            continue;
        } else if !has(TYPES, part.kind) {
            let meant = nearest::to(part.kind, TYPES.split_whitespace()).unwrap_or_default();
            found.add(Code::UnknownType, &path, &[("name", part.kind), ("meant", meant)]);
            continue;
        }
        let own = OF_TYPE.iter().find(|(kinds, _)| has(kinds, part.kind)).map_or("", |(_, own)| *own);
        members(part.raw, &part.path, &[ELEMENT, own], found);
        dead(part, found);
        photos(part, found);
    }
}

fn members(raw: &serde_json::Map<String, Value>, path: &str, known: &[&str], found: &mut Found) {
    for (name, value) in raw {
        let at = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        if has(OUTSIDE, name) {
            found.add(Code::OutsideProperty, &at, &[("name", name)]);
        } else if !known.iter().any(|names| has(names, name)) {
            let meant = nearest::to(name, known.iter().flat_map(|names| names.split_whitespace()))
                .unwrap_or_default();
            found.add(Code::UnknownProperty, &at, &[("name", name), ("meant", meant)]);
        }
        // `rows` of a comment is a number of lines.
        let lines = name == "rows" && value.is_number();
        if LISTS.contains(&name.as_str()) && !value.is_array() && !lines {
            found.add(Code::NotAList, &at, &[("name", name), ("value", &short(value))]);
        }
        if FLAGS.contains(&name.as_str()) && !value.is_boolean() {
            found.add(Code::WrongValue, &at, &[("value", &short(value)), ("expected", "true, false")]);
        }
        if let Some((_, words)) = WORDS.iter().find(|(member, _)| member == name)
            && !value.is_boolean()
            && !value.as_str().is_some_and(|word| words.contains(&word))
        {
            found.add(Code::WrongValue, &at, &[("value", &short(value)), ("expected", &words.join(", "))]);
        }
    }
}

/// Whether a list of names between blanks has this one.
fn has(names: &str, name: &str) -> bool {
    names.split_whitespace().any(|one| one == name)
}

/// A file that is no photo would be turned away by the page and by the collector.
fn photos(part: &Part, found: &mut Found) {
    let accepted = part.raw.get("acceptedTypes").and_then(Value::as_str).filter(|_| part.kind == "file");
    if let Some(accepted) = accepted.filter(|types| !types.is_empty() && !types.contains("image/")) {
        let path = format!("{}.acceptedTypes", part.path);
        found.add(Code::WrongValue, &path, &[("value", accepted), ("expected", "image/*")]);
    }
}

fn dead(part: &Part, found: &mut Found) {
    let set = |name: &str| {
        part.raw.get(name).is_some_and(|value| !matches!(value, Value::Null | Value::Bool(false)))
    };
    for (name, needs) in NEEDS {
        if set(name) && !needs.iter().any(|need| set(need)) {
            found.add(
                Code::DeadProperty,
                &format!("{}.{name}", part.path),
                &[("name", name), ("needs", &needs.join(", "))],
            );
        }
    }
    let required = matches!(part.kind, "html" | "image" | "expression") && set("isRequired");
    if required {
        found.add(
            Code::DeadProperty,
            &format!("{}.isRequired", part.path),
            &[("name", "isRequired"), ("needs", "a question that can be answered")],
        );
    }
    let needs: &[&str] = match part.kind {
        "expression" => &["expression"],
        "html" => &["html"],
        "image" => &["imageLink"],
        "paneldynamic" => &["templateElements"],
        _ => &[],
    };
    for name in needs.iter().filter(|name| !set(name)) {
        found.add(Code::MissingProperty, &format!("{}.{name}", part.path), &[("name", name)]);
    }
}
