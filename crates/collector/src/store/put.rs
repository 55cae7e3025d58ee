//! What becomes of a revision, in either database.

use serde_json::{Map, Value};

use super::record::{Record, Shape, same_answers};

/// Other bodies kept for one revision, at most: whoever knows an id must not fill the disk with it.
pub(super) const MOST_CONFLICTS: i64 = 8;

/// What became of a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// New, and on the disk.
    Stored,
    /// It was there already.
    Same,
    /// Another body was there already and stays; this one is kept aside.
    Conflict,
    /// Its owner deleted the answer, or its time was over; this is not stored.
    Deleted,
}

/// A definition as it was served.
#[derive(Debug)]
pub(super) struct Archived {
    pub(super) version: String,
    pub(super) survey: String,
    pub(super) text: String,
}

/// The revision that was there first.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct First {
    sha256: String,
    shape: String,
    body: String,
}

impl First {
    /// Whether `record` says the same. Two bodies are compared by their bytes unless one came as a form.
    pub(super) fn is(&self, record: &Record, sha256: &str) -> bool {
        self.sha256 == sha256
            || ((self.shape == "form" || record.shape == Shape::Form) && same_words(&self.body, record))
    }
}

fn same_words(stored: &str, record: &Record) -> bool {
    let Ok(Value::Object(stored)) = serde_json::from_str(stored) else { return false };
    let nothing = Map::new();
    let answers = stored.get("answers").and_then(Value::as_object).unwrap_or(&nothing);
    stored.get("survey").and_then(Value::as_str) == Some(&record.survey)
        && same_answers(answers, &record.answers)
}
