//! What is wrong with a `submit` that a person wrote.

use super::judge::is_html;
use super::{Kind, Revisions, Submit};
use crate::mistake::Mistake;

impl Submit {
    /// What is wrong with it, with paths from the root of `site.json`.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut found = Vec::new();
        let absolute = self.url.starts_with("https://") || self.url.starts_with("http://");
        let same_origin = self.url.starts_with('/') && !self.url.starts_with("//");
        if !(absolute || same_origin)
            || self.url.contains(['\\', ' ', '<', '"', '\'', '@'])
            || self.url.chars().any(char::is_control)
        {
            found.push(Mistake::error(
                "bad-endpoint",
                "submit.url",
                &self.url,
                "https://host/path, or a path on this host like /api/responses",
            ));
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
                for (given, path) in [
                    (self.body.is_some(), "submit.body"),
                    (self.ack.is_some(), "submit.ack"),
                    (self.duplicate.is_some(), "submit.duplicate"),
                ] {
                    if given {
                        found.push(Mistake::error(
                            "not-for-kind",
                            path,
                            "a value",
                            "nothing: kind mot-cua has its own rule",
                        ));
                    }
                }
                if self.revisions != Revisions::Append {
                    found.push(Mistake::error(
                        "not-for-kind",
                        "submit.revisions",
                        "not append",
                        "append: kind mot-cua keeps every revision",
                    ));
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
                found.push(Mistake::error(
                    "no-status",
                    format!("{path}.status"),
                    "an empty list",
                    "at least one status",
                ));
            }
            if rule.content_type.as_deref().is_some_and(is_html) {
                found.push(Mistake::error(
                    "html-ack",
                    format!("{path}.contentType"),
                    "text/html",
                    "another type: HTML is what a Wi-Fi login page sends",
                ));
            }
            for pointer in rule.body.keys() {
                if !pointer.is_empty() && !pointer.starts_with('/') {
                    found.push(Mistake::error(
                        "bad-pointer",
                        format!("{path}.body"),
                        pointer,
                        "a JSON pointer like /id",
                    ));
                }
            }
        }
        found
    }
}
