//! What there is to choose from.

use serde_json::Value;

use super::collect::{Survey, list};
use super::{Code, Found, short};
use crate::expression::{Datum, Order, equal};
use crate::question::choice::Choice;
use crate::question::rating::Rating;

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for (_, part) in survey.asked() {
        for member in ["choices", "rateValues", "rows", "columns"] {
            let mut seen: Vec<Datum> = Vec::new();
            for (at, item) in list(part.raw, member).iter().enumerate() {
                let path = format!("{}.{member}[{at}]", part.path);
                let Some(choice) = Choice::of(item) else {
                    found.add(Code::ChoiceWithoutValue, &path, &[("value", &short(item))]);
                    continue;
                };
                let value = Datum::from(&choice.value);
                if seen.iter().any(|one| equal(one, &value, Order::Any)) {
                    found.add(Code::DoubleChoice, &path, &[("value", &short(&choice.value))]);
                }
                seen.push(value);
            }
        }
        let chooses = matches!(part.kind, "radiogroup" | "dropdown" | "checkbox" | "tagbox" | "ranking");
        let comes = ["choicesByUrl", "choicesFromQuestion", "choicesMin", "showOtherItem", "hasOther"];
        if chooses
            && list(part.raw, "choices").is_empty()
            && !comes.iter().any(|member| part.raw.contains_key(*member))
        {
            found.add(Code::NoChoices, &part.path, &[("name", part.name)]);
        }
        if part.kind == "matrix" {
            for member in ["rows", "columns"] {
                if list(part.raw, member).is_empty() {
                    found.add(Code::NoChoices, &format!("{}.{member}", part.path), &[("name", part.name)]);
                }
            }
        }
        if let Some(source) = part.raw.get("choicesFromQuestion").and_then(Value::as_str) {
            let target = survey.questions.get(&source.to_lowercase()).and_then(|at| survey.parts.get(*at));
            let gives = |kind: &str| {
                matches!(
                    kind,
                    "radiogroup"
                        | "dropdown"
                        | "checkbox"
                        | "tagbox"
                        | "ranking"
                        | "paneldynamic"
                        | "matrixdynamic"
                )
            };
            if target.is_none_or(|target| !gives(target.kind) || target.name == part.name) {
                found.add(
                    Code::DeadChoiceSource,
                    &format!("{}.choicesFromQuestion", part.path),
                    &[("name", source)],
                );
            }
        }
        if part.kind == "rating" {
            let rating = Rating::of(part.raw);
            let named = rating.levels.iter().all(|level| level.text.is_some());
            if rating.levels.len() < 2 {
                found.add(Code::NoChoices, &part.path, &[("name", part.name)]);
            } else if !named && (rating.least.is_none() || rating.most.is_none()) {
                found.add(Code::UnnamedLevels, &part.path, &[("name", part.name)]);
            }
        }
        count(part.raw, &part.path, found);
    }
}

/// Least above most.
fn count(raw: &serde_json::Map<String, Value>, path: &str, found: &mut Found) {
    const PAIRS: [(&str, &str); 7] = [
        ("minSelectedChoices", "maxSelectedChoices"),
        ("minPanelCount", "maxPanelCount"),
        ("rateMin", "rateMax"),
        ("min", "max"),
        ("minLength", "maxLength"),
        ("choicesMin", "choicesMax"),
        ("minRowCount", "maxRowCount"),
    ];
    for (least, most) in PAIRS {
        let number = |name: &str| raw.get(name).and_then(Value::as_f64);
        if let (Some(a), Some(b)) = (number(least), number(most))
            && a > b
            && b > 0.0
        {
            found.add(
                Code::CountContradiction,
                &format!("{path}.{least}"),
                &[("least", &a.to_string()), ("most", &b.to_string())],
            );
        }
    }
    let offered = list(raw, "choices").len();
    let least = raw.get("minSelectedChoices").and_then(Value::as_u64).unwrap_or(0);
    if offered > 0 && usize::try_from(least).is_ok_and(|least| least > offered) {
        found.add(
            Code::CountContradiction,
            &format!("{path}.minSelectedChoices"),
            &[("least", &least.to_string()), ("most", &offered.to_string())],
        );
    }
}
