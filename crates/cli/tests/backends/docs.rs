//! The adapters of docs/backends: whoever copies one gets what is tested here.

use std::fs;
use std::path::{Path, PathBuf};

use mot_cua_contract::adapter::Submit;
use serde_json::Value;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// The `submit` objects in the JSON blocks of a page.
fn submits(page: &Path) -> Vec<Value> {
    let text = fs::read_to_string(page).unwrap();
    let blocks = text.split("```json\n").skip(1).map(|rest| rest.split("\n```").next().unwrap());
    let parsed = blocks.map(|block| {
        serde_json::from_str::<Value>(block).unwrap_or_else(|e| panic!("{}: {e} in {block}", page.display()))
    });
    parsed.filter_map(|value| value.get("submit").cloned()).collect()
}

/// The adapter of `docs/backends/<name>.md`, with `http://backend` for the host that the page names.
pub(crate) fn submit(name: &str) -> Submit {
    submit_of(name, "append")
}

/// The one for these revisions.
pub(crate) fn submit_of(name: &str, revisions: &str) -> Submit {
    let found = submits(&docs().join("backends").join(format!("{name}.md")));
    let mut found = found.into_iter().map(|value| serde_json::from_value::<Submit>(value).unwrap());
    let mut submit = found.find(|submit| submit.revisions.word() == revisions).unwrap();
    let path = submit.url.splitn(4, '/').nth(3).unwrap().to_owned();
    submit.url = format!("http://backend/{path}");
    submit
}

#[test]
fn every_adapter_is_one() {
    let mut pages: Vec<PathBuf> =
        fs::read_dir(docs().join("backends")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.push(docs().join("backends.md"));
    let pages = pages.into_iter().filter(|path| path.extension().is_some_and(|end| end == "md"));
    let mut seen = 0;
    for page in pages {
        let found = submits(&page);
        assert!(!found.is_empty(), "{} has no submit", page.display());
        for value in found {
            let submit: Submit = serde_json::from_value(value.clone())
                .unwrap_or_else(|e| panic!("{}: {e} in {value}", page.display()));
            let mistakes: Vec<String> = submit.mistakes().iter().map(ToString::to_string).collect();
            assert!(mistakes.is_empty(), "{}: {mistakes:?}", page.display());
            seen += 1;
        }
    }
    assert!(seen >= 8, "{seen}");
}
