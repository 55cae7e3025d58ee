//! One stored answer, as the database has it.

use serde_json::{Map, Value};

/// The highest revision of one answer, and what the server knows of it.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The answer as it travelled.
    pub body: Map<String, Value>,
    /// False where its definition was never served by that server: nothing in it was checked.
    pub validated: bool,
    /// False where the site did not name its unit, counter or field when it came.
    pub place_known: bool,
    /// RFC 3339, the server's clock, rounded.
    pub received_at: String,
    /// How it came: `token`, `token-late`, `token-reused`, `poster`, `embed`.
    pub tier: String,
    /// At least so many sendings at its place within ten minutes; 0: fewer than 64.
    pub rate: i64,
    /// A field was filled in that nobody sees.
    pub trap: bool,
}

impl Answer {
    /// A text member: `survey`, `id`.
    pub fn text(&self, member: &str) -> Option<&str> {
        self.body.get(member)?.as_str()
    }

    /// A member of an object member: `inside("place", "unit")`.
    pub fn inside(&self, object: &str, member: &str) -> Option<&Value> {
        self.body.get(object)?.get(member)
    }

    /// Question name → value.
    pub fn given(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.body.get("answers").and_then(Value::as_object).into_iter().flatten()
    }

    pub(crate) fn value(&self, question: &str) -> Option<&Value> {
        self.inside("answers", question)
    }
}
