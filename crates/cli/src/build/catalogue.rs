//! `catalogue/`: one file a procedure as written, and the index that is always derived from them.

use mot_cua_catalogue::{Index, Procedure};
use mot_cua_contract::Mistake;

use super::{Problems, Source};

/// Every record of the folder; those that cannot be read are problems.
pub(crate) fn read(source: &Source, problems: &mut Problems) -> Vec<Procedure> {
    let mut records = Vec::new();
    for (code, path) in source.list("catalogue/p/", ".json") {
        let Some(text) = source.text(path, problems) else { continue };
        match serde_json::from_str::<Procedure>(text) {
            Ok(record) if record.code == code => records.push(record),
            Ok(record) => problems.add(
                path,
                Mistake::error("other-code", "code", record.code, format!("{code}, as the file is called")),
            ),
            Err(e) => {
                let at = format!("line {} column {}", e.line(), e.column());
                problems.add(
                    path,
                    Mistake::error(
                        "wrong-shape",
                        at,
                        e.to_string(),
                        "a procedure as `mot-cua schema procedure` describes it",
                    ),
                );
            }
        }
    }
    if records.is_empty() && !problems.is_fatal() {
        let expected = "at least one procedure, or \"catalogue\": false in site.json";
        problems.add("catalogue/p", Mistake::error("no-procedures", "", "no record", expected));
    }
    records
}

/// `catalogue/index.json`.
pub(crate) fn index(records: &[Procedure]) -> String {
    Index::build(records).to_json()
}
