//! What a new version of a survey does to the numbers, in words.

mod words;

use mot_cua_survey::change::Change;

use crate::xlsform::Lang;

/// A line a change, and the sum.
pub fn lines(all: &[Change], lang: Lang) -> String {
    let words = words::of(lang);
    let say = |code: &str| words.get(code).cloned().unwrap_or_else(|| code.to_owned());
    let line = |change: &Change| {
        let verdict = say(if change.what.breaks_trend() { "breaks" } else { "compatible" });
        let name = if change.name.is_empty() { say("survey") } else { change.name.clone() };
        let detail = match (change.before.as_str(), change.after.as_str()) {
            ("", "") => String::new(),
            (before, "") => format!(": {before}"),
            ("", after) => format!(": {after}"),
            (before, after) => format!(": {before} → {after}"),
        };
        format!("{verdict}: {name}: {}{detail}\n", say(change.what.as_str()))
    };
    let breaking = all.iter().filter(|change| change.what.breaks_trend()).count();
    let all_lines: String = all.iter().map(line).collect();
    let total = say("total")
        .replace("{breaking}", &breaking.to_string())
        .replace("{others}", &(all.len() - breaking).to_string());
    format!("{all_lines}{total}\n")
}
