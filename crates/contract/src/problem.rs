//! Errors over HTTP: RFC 9457 problem details.

use serde::{Deserialize, Serialize};

use crate::lean_struct;

/// `application/problem+json`. `kind` is the last segment of `type`: `invalid`, `conflict`, `deleted`, `overloaded`, …
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A relative URI reference, `/problems/invalid`.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Which part of the request: a question's name or a path like `place.unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// With `conflict`: the first answer stays stored; the client counts it as delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stored: Option<bool>,
}

impl Problem {
    pub fn new(kind: &str, status: u16, title: &str) -> Self {
        Self { kind: format!("/problems/{kind}"), title: title.to_owned(), status, ..Self::default() }
    }

    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Whether `type` ends in `/name`.
    pub fn is(&self, name: &str) -> bool {
        self.kind.rsplit('/').next() == Some(name)
    }
}

lean_struct!(Problem {
    kind: "type",
    title: "title",
    status: "status",
    detail: "detail",
    field: "field",
    stored: "stored",
});
