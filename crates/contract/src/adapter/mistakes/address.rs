//! Address, method, headers.

use super::super::{Kind, Submit};
use crate::mistake::Mistake;

impl Submit {
    pub(super) fn check_address(&self, found: &mut Vec<Mistake>) {
        let same_origin = self.url.starts_with('/') && !self.url.starts_with("//");
        if !(is_absolute(&self.url) || same_origin)
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
        if let Some(url) = &self.attachments
            && (!(is_absolute(url) || (url.starts_with('/') && !url.starts_with("//")))
                || url.contains(['\\', ' ', '<', '"', '\'', '@', '{', '?', '#']))
        {
            found.push(Mistake::error(
                "bad-endpoint",
                "submit.attachments",
                url,
                "https://host/path, or a path on this host like /api/attachments",
            ));
        }
        let known: &[&str] = if self.is_of_first_script() { &[] } else { &["id", "rev", "key", "survey"] };
        if let Some(name) = braces(&self.url).find(|name| !known.contains(name)) {
            let expected = match known {
                [] => "a fixed address: the first tap is sent by a script that fills in none",
                _ => "{id}, {rev}, {key} or {survey}: other texts do not fit into an address",
            };
            found.push(Mistake::error("bad-placeholder", "submit.url", name, expected));
        }
        if !matches!(self.method.as_str(), "POST" | "PUT" | "PATCH") {
            found.push(Mistake::error("bad-method", "submit.method", &self.method, "POST, PUT or PATCH"));
        }
        for (name, value) in self.headers.iter() {
            if self.is_of_first_script() && value.contains('{') {
                found.push(Mistake::error(
                    "bad-placeholder",
                    "submit.headers",
                    value,
                    "a fixed value: the first tap is sent by a script that fills in none",
                ));
            }
            if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
                found.push(Mistake::error("bad-header", "submit.headers", name, "a header name"));
            } else if is_forbidden(&name.to_ascii_lowercase()) {
                found.push(Mistake::error(
                    "forbidden-header",
                    "submit.headers",
                    name,
                    "another header: a browser sets this one itself",
                ));
            }
        }
        if let Some(origin) = &self.replies_from
            && !(is_absolute(origin)
                && origin.split("://").nth(1).is_some_and(|host| !host.contains(['/', '?', '#', '@', ' '])))
        {
            found.push(Mistake::error(
                "bad-origin",
                "submit.repliesFrom",
                origin,
                "https:// and a host, without a path: https://script.googleusercontent.com",
            ));
        }
    }

    /// Whether `boot.js` speaks to it too.
    fn is_of_first_script(&self) -> bool {
        matches!(self.kind, Kind::MotCua | Kind::Form)
    }
}

fn is_absolute(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty())
}

/// Names inside braces.
fn braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0))
}

/// Fetch standard, 2.2.2: what scripts cannot set.
fn is_forbidden(name: &str) -> bool {
    const NAMES: [&str; 14] = [
        "accept-charset",
        "accept-encoding",
        "connection",
        "content-length",
        "cookie",
        "date",
        "expect",
        "host",
        "keep-alive",
        "origin",
        "referer",
        "transfer-encoding",
        "upgrade",
        "via",
    ];
    NAMES.contains(&name) || name.starts_with("sec-") || name.starts_with("proxy-")
}
