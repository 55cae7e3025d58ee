//! How a backend is spoken to: data, not code. `submit` of `site.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::answer::Answer;
use crate::mistake::Mistake;
use crate::problem::Problem;

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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub body: BTreeMap<String, Value>,
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

impl Submit {
    /// What is wrong with it, with paths from the root of `site.json`.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut found = Vec::new();
        let absolute = self.url.starts_with("https://") || self.url.starts_with("http://");
        let same_origin = self.url.starts_with('/') && !self.url.starts_with("//");
        if !(absolute || same_origin) || self.url.contains(['\\', ' ', '<', '"', '\'', '@']) || self.url.chars().any(char::is_control) {
            found.push(Mistake::error("bad-endpoint", "submit.url", &self.url, "https://host/path, or a path on this host like /api/responses"));
        }
        if !matches!(self.method.as_str(), "POST" | "PUT" | "PATCH") {
            found.push(Mistake::error("bad-method", "submit.method", &self.method, "POST, PUT or PATCH"));
        }
        for name in self.headers.keys() {
            if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
                found.push(Mistake::error("bad-header", "submit.headers", name, "a header name"));
            }
        }
        match self.kind {
            Kind::MotCua => {
                for (given, path) in [(self.body.is_some(), "submit.body"), (self.ack.is_some(), "submit.ack"), (self.duplicate.is_some(), "submit.duplicate")] {
                    if given {
                        found.push(Mistake::error("not-for-kind", path, "a value", "nothing: kind mot-cua has its own rule"));
                    }
                }
                if self.revisions != Revisions::Append {
                    found.push(Mistake::error("not-for-kind", "submit.revisions", "not append", "append: kind mot-cua keeps every revision"));
                }
            }
            Kind::Json => {
                if self.ack.is_none() {
                    found.push(Mistake::error("no-ack", "submit.ack", "nothing", "what counts as accepted, e.g. {\"status\":[201],\"contentType\":\"application/json\"}"));
                }
            }
        }
        for (rule, path) in [(&self.ack, "submit.ack"), (&self.duplicate, "submit.duplicate")] {
            let Some(rule) = rule else { continue };
            if rule.status.is_empty() {
                found.push(Mistake::error("no-status", format!("{path}.status"), "an empty list", "at least one status"));
            }
            if rule.content_type.as_deref().is_some_and(is_html) {
                found.push(Mistake::error("html-ack", format!("{path}.contentType"), "text/html", "another type: HTML is what a Wi-Fi login page sends"));
            }
            for pointer in rule.body.keys() {
                if !pointer.is_empty() && !pointer.starts_with('/') {
                    found.push(Mistake::error("bad-pointer", format!("{path}.body"), pointer, "a JSON pointer like /id"));
                }
            }
        }
        found
    }

    /// The request for one frozen revision. `bytes` are the frozen bytes; the same bytes give the same request.
    pub fn request(&self, answer: &Answer, bytes: &str) -> Request {
        let fill = |text: &str| fill_url(text, answer);
        let mut headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        headers.push(("idempotency-key".to_owned(), format!("\"{}\"", answer.key())));
        if self.kind == Kind::Json {
            // A foreign API answers a preflight only for the headers it knows.
            headers.truncate(1);
        }
        for (name, value) in &self.headers {
            headers.push((name.to_ascii_lowercase(), fill(value)));
        }
        let body = match (&self.kind, &self.body) {
            (Kind::Json, Some(template)) => fill_value(template, answer).to_string(),
            _ => bytes.to_owned(),
        };
        Request { method: self.method.clone(), url: fill(&self.url), headers, body }
    }

    /// What `response` says about `answer`.
    pub fn judge(&self, answer: &Answer, response: &Response) -> Verdict {
        let verdict = match self.kind {
            Kind::MotCua => judge_mot_cua(answer, response),
            Kind::Json => self.judge_rules(answer, response),
        };
        verdict.unwrap_or_else(|| judge_status(response))
    }

    fn judge_rules(&self, answer: &Answer, response: &Response) -> Option<Verdict> {
        if self.ack.as_ref().is_some_and(|rule| rule.holds(answer, response)) {
            return Some(Verdict::Acked);
        }
        self.duplicate.as_ref().is_some_and(|rule| rule.holds(answer, response)).then_some(Verdict::Already)
    }
}

/// The collector: 201 or 200 with this id and revision; 422 `conflict` with `stored`; 410 `deleted`.
fn judge_mot_cua(answer: &Answer, response: &Response) -> Option<Verdict> {
    if is_html(&response.content_type) {
        return None;
    }
    match response.status {
        200 | 201 => {
            let body: Value = serde_json::from_str(&response.body).ok()?;
            let same = body.get("id").and_then(Value::as_str) == Some(&answer.id)
                && body.get("rev").and_then(Value::as_u64) == Some(u64::from(answer.rev));
            same.then_some(Verdict::Acked)
        }
        410 | 422 => {
            let problem: Problem = serde_json::from_str(&response.body).ok()?;
            if problem.is("deleted") || (problem.is("conflict") && problem.stored == Some(true)) {
                return Some(Verdict::Already);
            }
            (response.status == 422).then_some(Verdict::Refused { status: 422, field: problem.field })
        }
        _ => None,
    }
}

/// What a status means when no rule matched. Nothing here is ever an acknowledgement.
fn judge_status(response: &Response) -> Verdict {
    match response.status {
        // HTML where JSON was due, or a redirect: a captive portal.
        200..=399 if is_html(&response.content_type) => Verdict::LoginPage,
        401 | 403 | 404 | 407 | 410 | 511 => Verdict::Paused { status: response.status },
        400 | 405 | 406 | 411 | 413 | 414 | 415 | 422 => {
            let problem: Option<Problem> = serde_json::from_str(&response.body).ok();
            Verdict::Refused { status: response.status, field: problem.and_then(|p| p.field) }
        }
        _ => Verdict::Later { after_ms: response.retry_after.as_deref().and_then(retry_after_ms) },
    }
}

/// `Retry-After` in seconds, clamped to 1 s … 1 h. (The date form needs a clock: the browser's driver turns it into seconds.)
fn retry_after_ms(text: &str) -> Option<u64> {
    let seconds: u64 = text.trim().parse().ok()?;
    Some(seconds.clamp(1, 3600) * 1000)
}

fn is_html(content_type: &str) -> bool {
    let media = content_type.split(';').next().unwrap_or_default().trim();
    media.eq_ignore_ascii_case("text/html") || media.eq_ignore_ascii_case("application/xhtml+xml")
}

impl Rule {
    fn holds(&self, answer: &Answer, response: &Response) -> bool {
        if !self.status.contains(&response.status) || is_html(&response.content_type) {
            return false;
        }
        if let Some(expected) = &self.content_type
            && !response.content_type.to_ascii_lowercase().starts_with(&expected.to_ascii_lowercase())
        {
            return false;
        }
        if self.body.is_empty() {
            return true;
        }
        let Ok(body) = serde_json::from_str::<Value>(&response.body) else { return false };
        self.body.iter().all(|(pointer, expected)| {
            let Some(found) = body.pointer(pointer) else { return false };
            match expected {
                Value::Null => !found.is_null(),
                expected => *found == fill_value(expected, answer),
            }
        })
    }
}

fn placeholder(name: &str, answer: &Answer) -> Option<Value> {
    Some(match name {
        "id" => Value::from(answer.id.clone()),
        "rev" => Value::from(answer.rev),
        "key" => Value::from(format!("{}-{}", answer.id, answer.rev)),
        "survey" => Value::from(answer.survey.clone()),
        "receipt" => Value::from(crate::receipt::receipt(&answer.id)?),
        "answer" => serde_json::to_value(answer).ok()?,
        _ => answer.answers.get(name.strip_prefix("answers.")?).cloned().unwrap_or(Value::Null),
    })
}

/// Placeholders inside a longer text become text; in a URL only `{id}`, `{rev}`, `{key}`, `{survey}` are honoured, and all
/// of these are letters, digits and hyphens.
fn fill_url(text: &str, answer: &Answer) -> String {
    ["id", "rev", "key", "survey"].iter().fold(text.to_owned(), |text, name| {
        let value = match placeholder(name, answer) {
            Some(Value::String(value)) => value,
            Some(value) => value.to_string(),
            None => return text,
        };
        text.replace(&format!("{{{name}}}"), &value)
    })
}

/// A string that is one placeholder becomes the typed value; one that holds some becomes text.
fn fill_value(template: &Value, answer: &Answer) -> Value {
    match template {
        Value::String(text) => {
            let whole = text.strip_prefix('{').and_then(|t| t.strip_suffix('}'));
            whole.and_then(|name| placeholder(name, answer)).unwrap_or_else(|| Value::from(fill_url(text, answer)))
        }
        Value::Array(items) => Value::Array(items.iter().map(|item| fill_value(item, answer)).collect()),
        Value::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), fill_value(value, answer))).collect())
        }
        other => other.clone(),
    }
}
