//! Names: there, once, and none that means something else.

use std::collections::BTreeMap;

use super::collect::Survey;
use super::{Code, Found};
use crate::RESERVED;

/// Variables that SurveyJS answers itself.
const BUILT_IN: [&str; 3] = ["pageno", "pagecount", "locale"];

pub(super) fn check(survey: &Survey, found: &mut Found) {
    // A dynamic panel's names are its own.
    let mut seen: BTreeMap<(Option<usize>, String), &str> = BTreeMap::new();
    for (_, part) in survey.asked() {
        let path = format!("{}.name", part.path);
        let shown = matches!(part.kind, "html" | "image");
        let host = part.hosts.last().copied();
        if part.name.trim().is_empty() {
            if !shown {
                found.add(Code::NoName, &path, &[]);
            }
            continue;
        }
        if RESERVED.contains(&part.name) && host.is_none() {
            found.add(Code::ReservedName, &path, &[("name", part.name), ("all", &RESERVED.join(", "))]);
        }
        if part.name.contains(['{', '}', '[', ']', '.']) || part.name.starts_with(['$', '#']) {
            found.add(Code::OddName, &path, &[("name", part.name)]);
        }
        if let Some(first) = seen.insert((host, part.name.to_lowercase()), &part.path) {
            found.add(Code::DoubleName, &path, &[("name", part.name), ("other", first)]);
        }
        if host.is_some() && survey.questions.contains_key(&part.name.to_lowercase()) {
            found.add(Code::ShadowedName, &path, &[("name", part.name)]);
        }
    }
    for (name, path) in &survey.variables {
        if survey.questions.contains_key(name) {
            found.add(Code::VariableCollision, path, &[("name", name)]);
        }
    }
    for name in survey.variables.keys().chain(survey.questions.keys()) {
        if BUILT_IN.contains(&name.as_str()) {
            let path = survey.variables.get(name).cloned();
            let at =
                survey.questions.get(name).and_then(|at| survey.parts.get(*at)).map(|part| part.path.clone());
            found.add(Code::VariableBuiltIn, &path.or(at).unwrap_or_default(), &[("name", name)]);
        }
    }
}
