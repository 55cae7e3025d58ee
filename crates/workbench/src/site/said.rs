//! What came of a test answer, in plain words, and what to ask the people for who run the server.

use mot_cua_contract::adapter::{Kind, Request, Response, Submit, Verdict};

/// What the browser brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Came {
    Reply(Response),
    /// The reply pointed elsewhere; a page does not follow.
    Redirect,
    /// The server is there, and did not let this page read.
    Forbidden,
    /// Nobody answered: wrong address, no certificate, no server.
    Nobody,
    /// The frame that carries it is not there: an older server than this page, for one.
    Frame,
    /// This machine has no network.
    Offline,
    /// Nothing in 20 seconds.
    Slow,
    /// The settings of the server that this page came from allow no request there.
    Policy,
}

/// A sentence: words of `key` with `values` in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) good: bool,
    pub(crate) key: &'static str,
    pub(crate) values: Vec<String>,
    /// What to ask for; words of this key, with the same values. `None`: nothing.
    pub(crate) ask: Option<&'static str>,
}

impl Said {
    pub(crate) fn fine(key: &'static str) -> Self {
        Self { good: true, key, values: Vec::new(), ask: None }
    }

    pub(crate) fn bad(key: &'static str, ask: Option<&'static str>) -> Self {
        Self { good: false, key, values: Vec::new(), ask }
    }

    pub(crate) fn with(mut self, values: &[&str]) -> Self {
        self.values = values.iter().map(|value| (*value).to_owned()).collect();
        self
    }
}

/// Of what did not arrive. `origin`: of this page, which the server has to allow.
pub(crate) fn failure(
    submit: &Submit,
    request: &Request,
    origin: &str,
    came: &Came,
    verdict: &Verdict,
) -> Said {
    let headers = request.headers_to_ask().join(", ");
    match came {
        Came::Frame => Said::bad("try.frame", None),
        Came::Offline => Said::bad("try.offline", None),
        Came::Slow => Said::bad("try.slow", Some("ask.slow")).with(&[&request.url]),
        Came::Policy => Said::bad("try.policy", Some("ask.policy")).with(&[&request.url]),
        Came::Redirect => Said::bad("try.redirect", Some("ask.redirect")).with(&[&request.url]),
        Came::Nobody => Said::bad("try.nobody", Some("ask.nobody")).with(&[&request.url]),
        Came::Forbidden => {
            Said::bad("try.cors", Some("ask.cors")).with(&[&request.url, origin, &request.method, &headers])
        }
        Came::Reply(reply) => replied(submit, request, reply, verdict),
    }
}

fn replied(submit: &Submit, request: &Request, reply: &Response, verdict: &Verdict) -> Said {
    let status = reply.status.to_string();
    let media = reply.content_type.split(';').next().unwrap_or_default().trim();
    let media = if media.is_empty() { "?" } else { media };
    let begin = begin(&reply.body);
    let (key, ask) = match verdict {
        Verdict::LoginPage => ("try.html", "ask.html"),
        Verdict::Paused { status: 404 | 410 } | Verdict::Refused { status: 405, .. } => {
            ("try.notThere", "ask.notThere")
        }
        Verdict::Paused { .. } => ("try.noRight", "ask.noRight"),
        Verdict::Refused { .. } => ("try.refused", "ask.refused"),
        _ if (200..=299).contains(&reply.status) && submit.kind == Kind::MotCua => {
            ("try.notOurs", "ask.notOurs")
        }
        _ if (200..=299).contains(&reply.status) && !is_json(media) => ("try.notJson", "ask.notJson"),
        _ if (200..=299).contains(&reply.status) => ("try.notAcked", "ask.notAcked"),
        _ => ("try.later", "ask.later"),
    };
    Said::bad(key, Some(ask)).with(&[&request.url, &status, media, &begin])
}

fn is_json(media: &str) -> bool {
    media.ends_with("json")
}

/// The first words of a body.
fn begin(body: &str) -> String {
    const MOST: usize = 120;
    let words = body.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(MOST).collect();
    if short.len() < words.len() { short + "…" } else { short }
}

/// Scheme, host and port of an absolute address. `None`: it is a path on the page's own host.
pub(crate) fn origin_of(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    url.get(..scheme.len() + 3 + host.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use mot_cua_contract::Answer;
    use mot_cua_contract::lean::FromJson as _;

    #[test]
    fn each_failure_has_its_own_words() {
        let answer = Answer { id: "x".to_owned(), rev: 1, ..Answer::blank() };
        let own = Submit::default();
        let rest = Submit { kind: Kind::Json, ..Submit::default() };
        let key = |submit: &Submit, status, content_type: &str, body: &str| {
            let reply =
                Response { status, content_type: content_type.into(), body: body.into(), retry_after: None };
            let request = submit.request(&answer, "{}");
            let verdict = submit.judge(&answer, &reply);
            failure(submit, &request, "https://x.vn", &Came::Reply(reply), &verdict).key
        };
        assert_eq!(key(&own, 200, "text/html", "<html>"), "try.html");
        assert_eq!(key(&own, 200, "text/plain", "ok"), "try.notOurs");
        assert_eq!(key(&rest, 200, "text/plain", "ok"), "try.notJson");
        assert_eq!(key(&rest, 201, "application/json", "{}"), "try.notAcked");
        assert_eq!(key(&own, 404, "", ""), "try.notThere");
        assert_eq!(key(&own, 405, "application/problem+json", "{}"), "try.notThere");
        assert_eq!(key(&own, 403, "", ""), "try.noRight");
        assert_eq!(key(&own, 422, "application/problem+json", "{}"), "try.refused");
        assert_eq!(key(&own, 503, "", ""), "try.later");
        let request = own.request(&answer, "{}");
        let said = failure(&own, &request, "https://x.vn", &Came::Forbidden, &Verdict::LoginPage);
        assert_eq!(said.values, ["/api/responses", "https://x.vn", "POST", "content-type, idempotency-key"]);
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert_eq!(origin_of("https://a.vn:8443/x?y"), Some("https://a.vn:8443"));
        assert_eq!(origin_of("/api/responses"), None);
        assert_eq!(origin_of("https://"), None);
    }
}
