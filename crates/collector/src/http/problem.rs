//! RFC 9457 problems as responses.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mot_cua_contract::Problem;

/// A [`Problem`] on its way out.
#[derive(Debug)]
pub(super) struct Reply(pub(super) Problem);

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

pub(super) async fn not_found() -> Reply {
    Reply(Problem::new("not-found", 404, "There is nothing at this address"))
}

pub(super) async fn method_not_allowed() -> Reply {
    Reply(Problem::new("method", 405, "This address does not take that method"))
}
