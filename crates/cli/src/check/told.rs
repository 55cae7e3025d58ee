//! What was found, as text for people and JSON for programs.

use mot_cua_contract::Mistake;
use serde_json::json;

use super::Found;
use super::surveys::Lang;

pub(super) fn lines(found: &[Found], lang: Lang) -> String {
    let errors = found.iter().filter(|(_, mistake)| mistake.is_error()).count();
    let warnings = found.len() - errors;
    match lang {
        Lang::En => {
            let line = |(file, mistake): &Found| {
                format!("{}: {file}: {mistake}\n", if mistake.is_error() { "error" } else { "warning" })
            };
            found.iter().map(line).collect::<String>() + &format!("{errors} errors, {warnings} warnings\n")
        }
        Lang::Vi => {
            let line = |(file, mistake): &Found| {
                let grade = if mistake.is_error() { "lỗi" } else { "lưu ý" };
                let Mistake { path, found, expected, code, .. } = mistake;
                let path = if path.is_empty() { "(cả tệp)" } else { path };
                format!("{grade}: {file}: {path}: {found}; cần: {expected} [{code}]\n")
            };
            found.iter().map(line).collect::<String>() + &format!("{errors} lỗi, {warnings} lưu ý\n")
        }
    }
}

pub(super) fn as_json(found: &[Found]) -> anyhow::Result<String> {
    let items: Vec<_> = found
        .iter()
        .map(|(file, m)| {
            json!({"file": file, "severity": m.severity, "code": m.code, "path": m.path, "found": m.found, "expected": m.expected})
        })
        .collect();
    Ok(serde_json::to_string_pretty(&items)? + "\n")
}
