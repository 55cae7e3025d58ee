//! What a second import changed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::fold::fold;
use crate::model::{Procedure, Status};

/// One change of one procedure. `before` and `after` are JSON for a sheet; a person reads the kind and looks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub code: String,
    /// Stable: `new`, `gone`, `superseded`, `title`, `fee`, `time`, `documents`, `other`.
    pub kind: &'static str,
    pub before: String,
    pub after: String,
}

/// In order of code. `gone` is said of records that were there and do not come again: they may have been written by hand.
pub fn changes(before: &[Procedure], after: &[Procedure]) -> Vec<Change> {
    let (old, new) = (by_code(before), by_code(after));
    let mut found = Vec::new();
    for (code, after) in &new {
        match old.get(code) {
            None => found.push(change(code, "new", String::new(), after.title.clone())),
            Some(before) => compare(before, after, &mut found),
        }
    }
    for (code, before) in old.iter().filter(|(code, _)| !new.contains_key(*code)) {
        found.push(change(code, "gone", before.title.clone(), String::new()));
    }
    found.sort();
    found
}

fn by_code(list: &[Procedure]) -> BTreeMap<&str, &Procedure> {
    // Of the same code the first counts, as in the index.
    list.iter().rev().map(|procedure| (procedure.code.as_str(), procedure)).collect()
}

fn change(code: &str, kind: &'static str, before: String, after: String) -> Change {
    Change { code: code.to_owned(), kind, before, after }
}

type Aspect = (&'static str, fn(&Procedure) -> String);

/// What is compared, and how it is told.
const ASPECTS: [Aspect; 5] =
    [("superseded", superseded), ("title", title), ("fee", fees), ("time", times), ("documents", documents)];

fn compare(before: &Procedure, after: &Procedure, found: &mut Vec<Change>) {
    let count = found.len();
    for (kind, told) in ASPECTS {
        let (old, new) = (told(before), told(after));
        if old != new {
            found.push(change(&after.code, kind, old, new));
        }
    }
    // When it was read is no change of the procedure.
    let same = Procedure { retrieved: before.retrieved.clone(), ..after.clone() } == *before;
    if found.len() == count && !same {
        found.push(change(&after.code, "other", String::new(), String::new()));
    }
}

fn superseded(procedure: &Procedure) -> String {
    let by = procedure.replaced_by.as_deref().unwrap_or_default();
    [procedure.status.map_or("", Status::word), " ", by].concat().trim().to_owned()
}

fn title(procedure: &Procedure) -> String {
    procedure.title.clone()
}

fn fees(procedure: &Procedure) -> String {
    json(&procedure.channels.iter().map(|channel| (channel.by, &channel.fees)).collect::<Vec<_>>())
}

fn times(procedure: &Procedure) -> String {
    json(&procedure.channels.iter().map(|channel| (channel.by, channel.time)).collect::<Vec<_>>())
}

/// Another order, or other signs and marks, are no other documents.
fn documents(procedure: &Procedure) -> String {
    let documents = procedure.cases.iter().flat_map(|case| &case.documents);
    let mut told: Vec<_> = documents.map(|d| (fold(&d.name), d.originals, d.copies)).collect();
    told.sort();
    json(&told)
}

fn json(value: &impl Serialize) -> String {
    // Strings and numbers: serialising them cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}
