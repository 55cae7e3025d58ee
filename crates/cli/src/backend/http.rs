//! Requests as the page's `fetch` makes them: no cookies, no redirects, 20 seconds.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use mot_cua_contract::adapter::{Request, Response};
use ureq::http;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// As the page waits.
const LIMIT: Duration = Duration::from_secs(20);
/// Of a body.
const MOST: u64 = 1 << 24;

/// Speaks for a page of `origin`.
#[derive(Debug)]
pub(crate) struct Client {
    agent: ureq::Agent,
    origin: Option<String>,
}

/// What came back, with what a browser would look at before the page sees any of it.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) response: Response,
    pub(crate) headers: http::HeaderMap,
    pub(crate) took: Duration,
}

impl Reply {
    /// Empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it points to. `None`: it is no redirect.
    pub(crate) fn redirect(&self) -> Option<&str> {
        matches!(self.response.status, 301 | 302 | 303 | 307 | 308).then(|| self.header("location"))
    }
}

impl Client {
    /// `origin`: `https://host` of the page. `None`: not sent.
    pub(crate) fn new(origin: Option<String>) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(LIMIT))
            .tls_config(tls());
        Self { agent: config.build().into(), origin }
    }

    /// # Errors
    /// Why nothing came back, in words.
    pub(crate) fn send(&self, request: &Request) -> Result<Reply, String> {
        let reply = self.once(&request.method, &request.url, &request.headers, &request.body)?;
        if let (Some(origin), Some(to)) = (&request.replies_from, reply.redirect())
            && to.strip_prefix(origin.as_str()).is_some_and(|rest| rest.starts_with('/'))
        {
            let mut last = self.once("GET", to, &[], "")?;
            last.took += reply.took;
            return Ok(last);
        }
        Ok(reply)
    }

    pub(crate) fn once(
        &self,
        method: &str,
        url: &str,
        headers: &[(String, String)],
        body: impl AsRef<[u8]>,
    ) -> Result<Reply, String> {
        let mut request = http::Request::builder().method(method).uri(url);
        if let Some(origin) = &self.origin {
            let site = if url.starts_with(&format!("{origin}/")) { "same-origin" } else { "cross-site" };
            request = request
                .header("origin", origin)
                .header("sec-fetch-site", site)
                .header("sec-fetch-mode", "cors");
        }
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let start = Instant::now();
        let failed = |error: &dyn std::fmt::Display| error.to_string();
        let reply = if body.as_ref().is_empty() {
            request
                .body(())
                .map_err(|e| failed(&e))
                .and_then(|r| self.agent.run(r).map_err(|e| failed(&e)))?
        } else {
            let request = request.body(body.as_ref().to_vec()).map_err(|e| failed(&e))?;
            self.agent.run(request).map_err(|e| failed(&e))?
        };
        let (parts, mut body) = reply.into_parts();
        let body = body.with_config().limit(MOST).lossy_utf8(true).read_to_string();
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let response = Response {
            status: parts.status.as_u16(),
            content_type: header("content-type").unwrap_or_default().to_owned(),
            retry_after: header("retry-after").map(|text| seconds(text, header("date"))),
            body: body.map_err(|e| failed(&e))?,
        };
        Ok(Reply { response, headers: parts.headers, took: start.elapsed() })
    }
}

/// `Retry-After` as seconds: its date form is reckoned from the server's own `Date`.
fn seconds(text: &str, date: Option<&str>) -> String {
    let Ok(until) = httpdate::parse_http_date(text.trim()) else { return text.to_owned() };
    let now = date.and_then(|date| httpdate::parse_http_date(date).ok()).unwrap_or_else(SystemTime::now);
    until.duration_since(now).unwrap_or_default().as_secs().to_string()
}

/// Believes whom this machine believes: a ward's own authority too.
pub(crate) fn tls() -> TlsConfig {
    let roots: Vec<_> = rustls_native_certs::load_native_certs()
        .certs
        .iter()
        .map(|certificate| Certificate::from_der(certificate).to_owned())
        .collect();
    TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&roots))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build()
}
