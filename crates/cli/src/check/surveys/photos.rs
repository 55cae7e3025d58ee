//! Photos that are asked for, and a backend that takes none.

use mot_cua_contract::{Mistake, Site};
use serde_json::Value;

const EXPECTED: &str =
    "\"attachments\" in `submit` of site.json (our collector: /api/attachments), or no question for a photo";

/// Of the survey that the site asks. A photo that must be given where none can be sent would be a dead end: an error.
pub(crate) fn unsent(text: &str, site: &Site) -> Vec<Mistake> {
    let mut found = Vec::new();
    if site.submit.attachments.is_none()
        && let Ok(survey) = serde_json::from_str(text)
    {
        walk(&survey, "", &mut found);
    }
    found
}

fn walk(value: &Value, path: &str, found: &mut Vec<Mistake>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| walk(item, &format!("{path}[{at}]"), found));
        }
        Value::Object(members) => {
            if members.get("type").and_then(Value::as_str) == Some("file") {
                let must = members.get("isRequired") == Some(&Value::Bool(true))
                    || members.contains_key("requiredIf");
                let at = format!("{path}.type");
                found.push(if must {
                    Mistake::error(
                        "photo-unsent",
                        at,
                        "a photo that must be given, and a backend that takes none",
                        EXPECTED,
                    )
                } else {
                    Mistake::warning(
                        "photo-unsent",
                        at,
                        "a photo; this backend takes none, so the page does not ask for it",
                        EXPECTED,
                    )
                });
            }
            for (name, member) in members {
                let at = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(member, &at, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_that_nobody_takes_is_told_and_must_not_be_demanded() {
        let site = |submit: &str| {
            Site::read(&format!(
                r#"{{"v":1,"name":"X","units":[{{"id":"04795","name":"X"}}],"submit":{submit}}}"#
            ))
            .unwrap()
        };
        let survey = r#"{"pages":[{"elements":[{"type":"file","name":"a"},{"type":"file","name":"b","isRequired":true}]}]}"#;
        let found = unsent(survey, &site(r#"{"kind":"mot-cua"}"#));
        assert_eq!(
            found.iter().map(|m| (m.path.as_str(), m.is_error())).collect::<Vec<_>>(),
            [("pages[0].elements[0].type", false), ("pages[0].elements[1].type", true),]
        );
        assert!(unsent(survey, &site(r#"{"kind":"mot-cua","attachments":"/api/attachments"}"#)).is_empty());
    }
}
