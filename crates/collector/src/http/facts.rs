//! Addresses for machines that watch the server.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mot_cua_contract::Problem;

use super::{Shared, openapi, problem::Reply};

/// 200 while answers can be read from the database.
#[utoipa::path(get, path = "/healthz", tag = "machines",
    responses((status = 200, body = String, content_type = "text/plain"), (status = 503, description = "Problem `unavailable`")))]
pub(super) async fn health(State(app): State<Shared>) -> Response {
    match app.store.ping().await {
        Ok(()) => plain("text/plain; charset=utf-8", "ok\n".to_owned()),
        Err(trouble) => {
            let problem = Problem::new("unavailable", 503, "The database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, Reply(problem.detail(trouble.to_string()))).into_response()
        }
    }
}

/// This document.
#[utoipa::path(get, path = "/openapi.json", tag = "machines", responses((status = 200, body = Object)))]
pub(super) async fn openapi() -> Response {
    plain("application/json", openapi::document())
}

/// Counters in the text format of Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "machines", responses((status = 200, body = String, content_type = "text/plain")))]
pub(super) async fn metrics(State(app): State<Shared>) -> Response {
    plain("text/plain; version=0.0.4; charset=utf-8", app.metrics.text(app.store.beat()))
}

fn plain(content_type: &'static str, body: String) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
