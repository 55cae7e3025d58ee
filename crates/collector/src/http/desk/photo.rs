//! A photo in what somebody wrote, for the desk alone.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::super::Shared;
use super::{Private, door, see, unavailable};

/// Whatever the bytes are, they run nothing.
const NOTHING: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

pub(super) async fn show(
    State(app): State<Shared>,
    Path(sha256): Path<String>,
    headers: HeaderMap,
) -> Response {
    if door::inside(&app, &headers).await.is_none() {
        return see(&app, "results/door");
    }
    let mut response = match app.store.photo(&sha256).await {
        Ok(Some((media, bytes))) => {
            let headers: [(HeaderName, &str); 3] = [
                (header::CONTENT_TYPE, &media),
                (header::CONTENT_SECURITY_POLICY, NOTHING),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, Body::from(bytes)).into_response()
        }
        // Not sent yet, most likely: an answer waits for no photo.
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => unavailable(),
    };
    response.extensions_mut().insert(Private);
    response
}
