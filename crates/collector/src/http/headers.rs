//! What every response carries, and what the log says of every request: route, status, duration. Never the address
//! itself, which may hold an id or a visit token, and never who asked.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::Reached;
use super::desk::Private;

/// Half a year; not for the hosts below, which may not be ours.
const KEEP_TO_HTTPS: &str = "max-age=15552000";
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

pub(super) async fn safe(State(reached): State<Reached>, mut response: Response) -> Response {
    let private = response.extensions().get::<Private>().is_some();
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    // What knows no cookie is public; `<mot-cua>` reads it from other sites.
    let readers = if private { "same-origin" } else { "cross-origin" };
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static(readers));
    if reached == Reached::HttpsOnly {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(KEEP_TO_HTTPS));
        // Of a page in a frame it says nothing, so it stands in no portal's way. Over http browsers only complain of it.
        headers.insert(OPENER_POLICY, HeaderValue::from_static("same-origin"));
    }
    if !private {
        headers.entry(header::ACCESS_CONTROL_ALLOW_ORIGIN).or_insert(HeaderValue::from_static("*"));
    }
    response
}

pub(super) async fn log(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("(file)", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (status, ms) = (response.status().as_u16(), start.elapsed().as_millis());
    if status >= 500 {
        tracing::warn!(%method, route, status, ms, "answered");
    } else {
        tracing::debug!(%method, route, status, ms, "answered");
    }
    response
}
