//! Backends that the documentation leads to, with the `submit` that it gives for each.

use serde_json::{Map, Value};

/// Name of each, and the page that describes it.
const PAGES: [(&str, &str); 7] = [
    ("php", include_str!("../../../../docs/backends/php.md")),
    ("postgrest", include_str!("../../../../docs/backends/postgrest.md")),
    ("directus", include_str!("../../../../docs/backends/directus.md")),
    ("kinto", include_str!("../../../../docs/backends/kinto.md")),
    ("couchdb", include_str!("../../../../docs/backends/couchdb.md")),
    ("datasette", include_str!("../../../../docs/backends/datasette.md")),
    ("google-sheets", include_str!("../../../../docs/backends/google-sheets.md")),
];

/// Names of all, our own collector first, any other REST endpoint last.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once("collector").chain(PAGES.map(|(name, _)| name)).chain(["json", "form"])
}

/// The `submit` to begin with. `None`: there is no such name.
pub(crate) fn submit(name: &str) -> Option<Map<String, Value>> {
    let text = match name {
        "collector" => r#"{"kind":"mot-cua","url":"/api/responses","attachments":"/api/attachments"}"#,
        "json" => {
            r#"{"kind":"json","url":"https://","ack":{"status":[201],"contentType":"application/json"}}"#
        }
        "form" => {
            r#"{"kind":"form","url":"https://","ack":{"status":[201],"contentType":"application/json"}}"#
        }
        _ => {
            let page = PAGES.iter().find(|(one, _)| *one == name)?.1;
            let block = page.split("```json").nth(1)?.split("```").next()?;
            return serde_json::from_str::<Value>(block).ok()?.get("submit")?.as_object().cloned();
        }
    };
    serde_json::from_str(text).ok()
}

/// Which of them a `submit` is: the one that sends the same body and takes the same reply for a copy; else by its kind.
pub(crate) fn name_of(submit: Option<&Value>) -> &'static str {
    let text =
        |of: &Value, member: &str| of.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    let Some(now) = submit.filter(|submit| submit.is_object()) else { return "collector" };
    let (kind, url) = (text(now, "kind"), text(now, "url"));
    match kind.as_str() {
        "" | "mot-cua" if url.to_ascii_lowercase().contains(".php") => "php",
        "" | "mot-cua" => "collector",
        "postgrest" => "postgrest",
        _ => {
            let same = |name: &&str| {
                submit_of(name).is_some_and(|one| {
                    now.get("body").is_some()
                        && one.get("body") == now.get("body")
                        && one.get("duplicate") == now.get("duplicate")
                })
            };
            let other = if kind == "form" { "form" } else { "json" };
            names().find(same).unwrap_or(other)
        }
    }
}

fn submit_of(name: &str) -> Option<Value> {
    submit(name).map(Value::Object)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_is_read_from_its_page_works_and_is_known_again() {
        for name in names() {
            let submit = submit_of(name).unwrap();
            assert_eq!(name_of(Some(&submit)), name);
            let read: mot_cua_contract::adapter::Submit = serde_json::from_value(submit).unwrap();
            let fresh = matches!(name, "json" | "form");
            assert_eq!(
                read.mistakes().iter().any(mot_cua_contract::Mistake::is_error),
                fresh,
                "{name}: {:?}",
                read.mistakes()
            );
        }
        assert_eq!(name_of(None), "collector");
    }
}
