//! What a single file is: by its place in a site's folder, else by what it holds.

use std::path::Path;

use serde_json::Value;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Site,
    Survey,
    Procedure,
    Pack,
    Words,
    Events,
    Wards,
}

impl Kind {
    pub(super) fn of(path: &Path, text: &str) -> Option<Self> {
        let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        match (path.file_name().and_then(|name| name.to_str()), folder) {
            (Some("site.json"), _) => return Some(Self::Site),
            (_, Some("surveys")) => return Some(Self::Survey),
            (_, Some("locales")) => return Some(Self::Pack),
            (_, Some("p")) => return Some(Self::Procedure),
            (Some("words.json"), _) => return Some(Self::Words),
            (Some("events.json"), _) => return Some(Self::Events),
            (Some("wards.json"), _) => return Some(Self::Wards),
            _ => {}
        }
        // What no reader takes is most likely the largest thing that people write, and is told as that: how long, how deep, where.
        let Ok(value) = serde_json::from_str(text) else { return Some(Self::Survey) };
        let Value::Object(members) = value else { return None };
        let has = |name: &str| members.contains_key(name);
        if has("units") {
            Some(Self::Site)
        } else if has("pages") || has("elements") || has("questions") {
            Some(Self::Survey)
        } else if has("code") && has("title") {
            Some(Self::Procedure)
        } else if !members.is_empty() && members.values().all(Value::is_string) {
            Some(Self::Pack)
        } else {
            None
        }
    }
}
