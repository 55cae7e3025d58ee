//! How a backend is spoken to: data, not code. `submit` of `site.json`.

mod cross;
mod fill;
mod form;
mod judge;
mod mistakes;
mod request;

pub use cross::may_mix;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::pairs::Pairs;
use crate::{lean_enum, lean_struct};

/// `submit` of `site.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Submit {
    #[serde(default)]
    pub kind: Kind,
    /// Address, absolute or on the page's own origin. In it and in `body`, `{key}` stands for `id-rev`, `{id}` and `{rev}` for theirs.
    #[serde(default = "default_url")]
    pub url: String,
    /// Where photos go, one `PUT` each under the hash of its bytes. `None`: the backend takes none, and none is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<String>,
    /// HTTP method of kinds `json` and `postgrest`.
    #[serde(default = "post", skip_serializing_if = "is_post")]
    pub method: String,
    /// More request headers. Nothing secret: every visitor can read them.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub headers: Pairs,
    /// Body: any JSON in which the string `{answer}` stands for the whole answer, `{key}` and `{receipt}` for those, and any
    /// other name for that member of the answer, `{rev}`, `{place.unit}`, `{answers.<name>}` (typed when they are the whole
    /// string). For kind `form` an object of fields. `None`: the kind's own body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    #[serde(default)]
    pub revisions: Revisions,
    /// Who sees to it that with `replace` a lower revision never overwrites a higher one. `None`: nobody, unless the request
    /// itself carries the revision as a condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guard: Option<Guard>,
    /// Origin that the endpoint hands its replies out from, by a redirect (Google Apps Script). `None`: a redirect is a
    /// login page, and is not followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replies_from: Option<String>,
    /// What counts as accepted. `None`: the kind's own rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ack: Option<Rule>,
    /// What proves that this very `id:rev` is there already. `None`: nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate: Option<Rule>,
}

/// How the backend is spoken to: three code paths, for `postgrest` is `json` with its blanks filled in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The collector's own contract.
    #[default]
    MotCua,
    /// Any REST endpoint that takes JSON.
    Json,
    /// URL-encoded fields: by default those of the page's own form, as it posts them without script.
    Form,
    /// `PostgREST`, a table with the primary key (id, rev) and the answer in `body`. Nobody but the insert is allowed.
    Postgrest,
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

/// Where a lower revision is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Guard {
    /// A trigger, function or script of the backend compares the revisions.
    Server,
}

/// A predicate over a response. All that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// One of these statuses.
    pub status: Vec<u16>,
    /// The media type begins so, e.g. `application/json`. HTML never matches, whatever this says, but for `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// JSON pointer (RFC 6901) → expected value; strings may hold the placeholders of [`Submit::body`]; `null` means "any
    /// value but none".
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub body: Map<String, Value>,
    /// The body begins with these very words, which are no HTML. Under a status from 400 the media type is then not looked
    /// at: some servers label their one-line errors as HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Default for Submit {
    fn default() -> Self {
        Self {
            kind: Kind::MotCua,
            url: default_url(),
            attachments: None,
            method: post(),
            headers: Pairs::new(),
            body: None,
            revisions: Revisions::Append,
            guard: None,
            replies_from: None,
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
    /// [`Submit::replies_from`].
    pub replies_from: Option<String>,
}

/// What came back; only what a verdict needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    /// As sent, with parameters; empty if there was none.
    pub content_type: String,
    /// `Retry-After` in seconds: its other form, a date, is reckoned by whoever has a clock.
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
    kind: "kind" or Kind::MotCua, url: "url" or default_url(), attachments: "attachments", method: "method" or post(), headers: "headers", body: "body",
    revisions: "revisions" or Revisions::Append, guard: "guard", replies_from: "repliesFrom", ack: "ack", duplicate: "duplicate",
});
lean_enum!(Kind { "mot-cua" => MotCua, "json" => Json, "form" => Form, "postgrest" => Postgrest });
lean_enum!(Guard { "server" => Server });
lean_enum!(Revisions { "append" => Append, "replace" => Replace, "final" => Final });
lean_struct!(Rule { status: "status", content_type: "contentType", body: "body", text: "text" });
