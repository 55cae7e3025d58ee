//! Triggers: of a known type, aimed at something, with a condition.

use serde_json::Value;

use super::collect::{Survey, items};
use super::{Code, Found};
use crate::lint::nearest;
use crate::model::Trigger;

const TYPES: [&str; 6] = ["complete", "setvalue", "copyvalue", "runexpression", "skip", "visible"];

pub(super) fn check(survey: &Survey, found: &mut Found) {
    for (path, trigger) in items(survey.raw, "triggers", "") {
        let kind = trigger.get("type").and_then(Value::as_str).unwrap_or_default();
        let kind = kind.strip_suffix("trigger").unwrap_or(kind);
        if !TYPES.contains(&kind) {
            let meant = nearest::to(kind, TYPES.into_iter()).unwrap_or_default();
            found.add(Code::TriggerType, &format!("{path}.type"), &[("name", kind), ("meant", meant)]);
            continue;
        }
        let variable = trigger.get("isVariable") == Some(&Value::Bool(true));
        for member in ["setToName", "gotoName", "fromName"] {
            let Some(name) = trigger.get(member).and_then(Value::as_str) else { continue };
            if variable && member == "setToName" {
                continue;
            }
            let head = name.split(['.', '[']).next().unwrap_or(name);
            if ![name, head].iter().any(|name| survey.questions.contains_key(&name.to_lowercase())) {
                let meant =
                    nearest::to(name, survey.questions.keys().map(String::as_str)).unwrap_or_default();
                found.add(
                    Code::TriggerTarget,
                    &format!("{path}.{member}"),
                    &[("name", name), ("meant", meant)],
                );
            }
        }
        if Trigger::of(trigger).is_none() {
            found.add(Code::DeadTrigger, &path, &[("name", kind)]);
        }
    }
}
