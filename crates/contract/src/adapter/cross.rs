//! What a browser asks a backend on another host before it lets a page speak to it.

use super::Request;

impl Request {
    /// Names that are not safe by themselves (Fetch standard, 2.2.2), sorted as a browser sorts them: what
    /// `Access-Control-Allow-Headers` has to name. None, and a `POST`: the browser asks nothing before.
    pub fn headers_to_ask(&self) -> Vec<&str> {
        const SIMPLE: [&str; 3] = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];
        let mut names: Vec<&str> = self
            .headers
            .iter()
            .filter(|(name, value)| match name.as_str() {
                "accept" | "accept-language" | "content-language" => false,
                "content-type" => !SIMPLE.contains(&value.as_str()),
                _ => true,
            })
            .map(|(name, _)| name.as_str())
            .collect();
        names.sort_unstable();
        names
    }
}

/// Whether a browser lets a page of `origin` send to `endpoint`: over HTTPS nothing goes to plain HTTP (W3C Mixed Content), but
/// to this machine.
pub fn may_mix(origin: &str, endpoint: &str) -> bool {
    let local = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
    !origin.starts_with("https://")
        || !endpoint.starts_with("http://")
        || local.iter().any(|local| endpoint.starts_with(local))
}
