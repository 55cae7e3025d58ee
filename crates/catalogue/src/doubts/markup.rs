//! Tags and scripts' addresses in what should be plain text. Nothing of it ever runs: texts become text nodes.

use serde_json::Value;

use super::{DoubtCode, Found};
use crate::model::Procedure;

pub(super) fn find(procedure: &Procedure, found: &mut Found) {
    // Every text of the record at once, by its JSON; the path is looked for only where there is something.
    let Ok(json) = serde_json::to_value(procedure) else { return };
    let mut path = String::new();
    look(&json, &mut path, found);
}

fn look(value: &Value, path: &mut String, found: &mut Found) {
    let length = path.len();
    match value {
        Value::String(text) => found.when(is_markup(text), DoubtCode::Markup, path),
        Value::Array(entries) => {
            for (at, entry) in entries.iter().enumerate() {
                path.push_str(&["[", &at.to_string(), "]"].concat());
                look(entry, path, found);
                path.truncate(length);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
                look(member, path, found);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// `<b`, `</b`, `<!--`, `javascript:`; but `a < b` and `<= 5` are plain text.
fn is_markup(text: &str) -> bool {
    let tag = text.split('<').skip(1).any(|rest| {
        let tag = rest.strip_prefix('/').unwrap_or(rest).split(['>', ' ', '/']).next().unwrap_or_default();
        let is_name = !tag.is_empty() && tag.bytes().all(|b| b.is_ascii_alphanumeric());
        is_name && rest.contains('>') || rest.starts_with("!--")
    });
    let script =
        |lower: &str| ["javascript:", "data:text/html", "vbscript:"].iter().any(|bad| lower.contains(bad));
    tag || text.contains(':') && script(&text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::is_markup;

    #[test]
    fn tags_and_scripts_only() {
        for text in ["<script>x</script>", "a</p>", "<!-- x", "JavaScript:alert(1)", "<img src=x onerror=y>"]
        {
            assert!(is_markup(text), "{text}");
        }
        for text in ["a < b", "< 5 ngày", "<= 3 > 2", "https://x", "Lưu ý: khai", "<Tên người>"] {
            assert!(!is_markup(text), "{text}");
        }
    }
}
