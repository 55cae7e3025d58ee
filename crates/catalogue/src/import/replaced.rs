//! Who took whose place, and where that goes nowhere or in a circle.

use std::collections::BTreeMap;

use crate::model::Procedure;

/// What is wrong with a record's replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replacement {
    /// `code` says that this one took its place, and no record has that code.
    Unknown { code: String, by: String },
    /// Each took the next one's place, and the last the first one's. Begins with the smallest code; each circle once.
    Circle { codes: Vec<String> },
}

/// In order of code.
pub fn replacements(procedures: &[Procedure]) -> Vec<Replacement> {
    let by: BTreeMap<&str, Option<&str>> =
        procedures.iter().map(|p| (p.code.as_str(), p.replaced_by.as_deref())).collect();
    let mut found = Vec::new();
    for (&code, next) in &by {
        let Some(next) = *next else { continue };
        if !by.contains_key(next) {
            found.push(Replacement::Unknown { code: code.to_owned(), by: next.to_owned() });
            continue;
        }
        // A walk that comes back to its start is a circle; one that enters another's circle ends by its length.
        let mut circle = vec![code];
        let mut at = Some(next);
        while let Some(step) = at
            && step != code
            && circle.len() <= by.len()
        {
            circle.push(step);
            at = by.get(step).copied().flatten();
        }
        if at == Some(code) && circle.iter().all(|other| *other >= code) {
            found.push(Replacement::Circle { codes: circle.into_iter().map(str::to_owned).collect() });
        }
    }
    found
}
