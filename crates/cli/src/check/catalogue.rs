//! `catalogue/p/*.json`: each is a procedure, called like its code.

pub(crate) mod beside;

use std::collections::BTreeMap;

use mot_cua_catalogue::import::{Replacement, replacements};
use mot_cua_catalogue::{DoubtCode, Procedure, doubts};
use mot_cua_contract::{Mistake, Site};

use super::{Found, missing};

/// Doubts that a person can end by mending the file; the others are the source's own.
const MENDABLE: [DoubtCode; 5] = [
    DoubtCode::CodeOdd,
    DoubtCode::TitleMissing,
    DoubtCode::FieldMissing,
    DoubtCode::FormNotHttps,
    DoubtCode::Markup,
];

pub(super) fn all(texts: &BTreeMap<&str, &str>, site: Option<&Site>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut files: BTreeMap<String, &str> = BTreeMap::new();
    for (path, text) in texts {
        let Some(stem) = path.strip_prefix("catalogue/p/").and_then(|rest| rest.strip_suffix(".json")) else {
            continue;
        };
        let (code, mistakes) = one(text, stem);
        found.extend(mistakes.into_iter().map(|mistake| ((*path).to_owned(), mistake)));
        if let Some(first) = code.and_then(|code| files.insert(code, path)) {
            let expected = format!("a code that {first} has not");
            found.push((
                (*path).to_owned(),
                Mistake::error("double-code", "code", "a code that is taken", expected),
            ));
        }
    }
    let known = |code: &str| files.contains_key(code);
    found.extend(beside::all(texts, site, &known));
    found.extend(circles(texts));
    if files.is_empty() && site.is_some_and(|site| site.catalogue) && found.is_empty() {
        found.push((
            "catalogue/p".to_owned(),
            missing("at least one procedure, or \"catalogue\": false in site.json"),
        ));
    }
    found
}

/// Replacements that lead nowhere, each at the file that says so.
fn circles(texts: &BTreeMap<&str, &str>) -> Vec<Found> {
    let records = texts.iter().filter(|(path, _)| path.starts_with("catalogue/p/"));
    let records: Vec<Procedure> = records.filter_map(|(_, text)| serde_json::from_str(text).ok()).collect();
    let told = replacements(&records).into_iter().map(|replacement| match replacement {
        Replacement::Unknown { code, by } => {
            (code, Mistake::warning("unknown-replacement", "replacedBy", by, "a code that the catalogue has"))
        }
        Replacement::Circle { codes } => {
            let around = codes.join(" → ");
            let mistake = Mistake::error(
                "circular-replacement",
                "replacedBy",
                around,
                "one that was not replaced itself",
            );
            (codes.into_iter().next().unwrap_or_default(), mistake)
        }
    });
    told.map(|(code, mistake)| (format!("catalogue/p/{code}.json"), mistake)).collect()
}

/// The code, and what is wrong in one file whose name is `stem`.
pub(super) fn one(text: &str, stem: &str) -> (Option<String>, Vec<Mistake>) {
    let mut reader = serde_json::Deserializer::from_str(text);
    let record: Result<Procedure, _> = serde_path_to_error::deserialize(&mut reader);
    let record = match record.map_err(|error| (error.path().to_string(), error.into_inner().to_string())) {
        Ok(record) => record,
        Err((path, error)) => {
            let path = if path == "." { String::new() } else { path };
            let expected = "a procedure as `mot-cua schema procedure` describes it";
            return (None, vec![Mistake::error("wrong-shape", path, error, expected)]);
        }
    };
    let mut mistakes = Vec::new();
    if record.v != 1 {
        mistakes.push(Mistake::error("unknown-version", "v", record.v.to_string(), "1"));
    }
    if record.code != stem {
        mistakes.push(Mistake::error(
            "other-code",
            "code",
            &record.code,
            format!("{stem}, as the file is called"),
        ));
    }
    let open = doubts(&record).into_iter().filter(|doubt| MENDABLE.contains(&doubt.code));
    mistakes.extend(
        open.map(|doubt| {
            Mistake::warning(doubt.code.as_str(), doubt.path, doubt.code.meaning(), "it mended")
        }),
    );
    (Some(record.code), mistakes)
}
