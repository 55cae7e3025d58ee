//! How a backend is spoken to: data, not code. `submit` of `site.json`.

mod fill;
mod judge;
mod mistakes;
mod request;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{lean_enum, lean_struct};

/// `submit` of `site.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Submit {
    #[serde(default)]
    pub kind: Kind,
    /// Address, absolute or on the page's own origin. In it and in `body`, `{key}` stands for `id-rev`, `{id}` and `{rev}` for theirs.
    #[serde(default = "default_url")]
    pub url: String,
    /// HTTP method of kind `json`.
    #[serde(default = "post", skip_serializing_if = "is_post")]
    pub method: String,
    /// More request headers. Nothing secret: every visitor can read them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// Body of kind `json`: any JSON in which the string `{answer}` stands for the whole answer, and `{id}`, `{rev}`, `{key}`,
    /// `{receipt}`, `{answers.<name>}` for their values (typed when they are the whole string). `None`: the answer itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    #[serde(default)]
    pub revisions: Revisions,
    /// What counts as accepted. `None`: the kind's own rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ack: Option<Rule>,
    /// What proves that this very `id:rev` is there already. `None`: nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<Rule>,
}

/// Which code path speaks to the backend.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The collector's own contract.
    #[default]
    MotCua,
    /// Any REST endpoint that takes JSON.
    Json,
}

/// What becomes of later revisions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Revisions {
    /// One record a revision.
    #[default]
    Append,
    /// The record of the id is written over.
    Replace,
    /// Sent once, when the citizen says "done" or leaves; then the answer is closed.
    Final,
}

/// A predicate over a response. All that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// One of these statuses.
    pub status: Vec<u16>,
    /// The media type begins so, e.g. `application/json`. HTML never matches, whatever this says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// JSON pointer (RFC 6901) → expected value; strings may hold `{id}`, `{rev}`, `{key}`; `null` means "any value but none".
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub body: Map<String, Value>,
}

impl Default for Submit {
    fn default() -> Self {
        Self {
            kind: Kind::MotCua,
            url: default_url(),
            method: post(),
            headers: BTreeMap::new(),
            body: None,
            revisions: Revisions::Append,
            ack: None,
            duplicate: None,
        }
    }
}

fn default_url() -> String {
    "/api/responses".to_owned()
}
fn post() -> String {
    "POST".to_owned()
}
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_post(method: &String) -> bool {
    method == "POST"
}

/// A request ready for any transport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    pub url: String,
    /// Lower-case names.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// What came back; only what a verdict needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    /// As sent, with parameters; empty if there was none.
    pub content_type: String,
    /// `Retry-After` as sent.
    pub retry_after: Option<String>,
    pub body: String,
}

/// What a response says about one revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Stored; the server's receipt if it gave one.
    Acked,
    /// That very `id:rev` was there already, or was kept aside, or deleted on request: delivered.
    Already,
    /// Try again later, not before `after_ms` if the server named a time.
    Later { after_ms: Option<u64> },
    /// Something answered that is not the backend: most likely the login page of a Wi-Fi network.
    LoginPage,
    /// The address or the right to use it changed: read the site again, then go on.
    Paused { status: u16 },
    /// The backend will never take these bytes: needs a person. `field` if it said which.
    Refused { status: u16, field: Option<String> },
}

lean_struct!(Submit {
    kind: "kind" or Kind::MotCua, url: "url" or default_url(), method: "method" or post(), headers: "headers", body: "body",
    revisions: "revisions" or Revisions::Append, ack: "ack", duplicate: "duplicate",
});
lean_enum!(Kind { "mot-cua" => MotCua, "json" => Json });
lean_enum!(Revisions { "append" => Append, "replace" => Replace, "final" => Final });
lean_struct!(Rule { status: "status", content_type: "contentType", body: "body" });
