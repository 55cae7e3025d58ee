//! `PUT /api/attachments/{sha256}`: photos in answers. They are never served back; `mot-cua export` writes them out.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mot_cua_contract::Problem;
use mot_cua_survey::model::MOST_PHOTO_BYTES;
use serde::Serialize;
use utoipa::ToSchema;

use super::metrics::Outcome;
use super::responses::{overloaded, refuse, sha256, unavailable};
use super::{App, Shared, body};
use crate::store::{Media, Photo, PhotoPut};

/// A photo takes so many times longer than an answer may: 300 KB at 50 kbit/s are 48 s.
const SLOWER: u32 = 3;

/// What says that a photo is on the disk.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Kept {
    /// Of the bytes, hex.
    sha256: String,
}

/// Keeps a photo under the hash of its bytes, once. Nobody can read it here.
///
/// It stays while the latest revision of an answer holds `"content": "sha256:…"` with this hash; otherwise it goes a day later.
#[utoipa::path(put, path = "/api/attachments/{sha256}", tag = "answers",
    params(("sha256" = String, Path, description = "SHA-256 of the bytes, 64 hex digits in lower case")),
    request_body(description = "The photo, at most 300 KiB", content((Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "image/webp"))),
    responses(
        (status = 201, body = Kept, description = "On the disk"),
        (status = 200, body = Kept, description = "It was there already"),
        (status = 413, description = "Larger than 300 KiB"),
        (status = 415, description = "Neither JPEG nor PNG nor WebP, or not what `Content-Type` says"),
        (status = 422, description = "The bytes have another hash"),
        (status = 503, description = "Try again after `Retry-After`"),
        (status = 507, description = "All the room for photos is taken: try again another day")))]
pub(super) async fn take(
    State(app): State<Shared>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    match keep(&app, name, &headers, body).await {
        Ok(response) => response,
        Err(problem) => refuse(&app, problem),
    }
}

async fn keep(app: &App, name: String, headers: &HeaderMap, body: Body) -> Result<Response, Problem> {
    // The place before the body, for the body is large: whoever is slow holds up photos, and no answer.
    let _place = app.photo_gate.try_acquire().map_err(|_| overloaded())?;
    let most = body::Most {
        bytes: MOST_PHOTO_BYTES,
        time: app.limits.body * SLOWER,
        title: "A photo has at most 300 KiB",
    };
    let bytes = body::read(body, most).await?;
    let said = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = Media::of(&bytes).filter(|media| said.trim().eq_ignore_ascii_case(media.name()));
    let media = media.ok_or_else(|| {
        invalid(415, "Send a photo as image/jpeg, image/png or image/webp").field("Content-Type")
    })?;
    if sha256(&bytes) != name {
        return Err(invalid(422, "The bytes have another SHA-256 than the address says").field("sha256"));
    }
    let (day, since) = app.desk().days();
    let photo = Photo { sha256: name.clone(), media, bytes, day, since, room: app.limits.photo_room };
    let put = app.store.put_photo(photo).await.map_err(|refused| unavailable(&refused))?;
    app.metrics.count(match put {
        PhotoPut::Stored => Outcome::Photo,
        PhotoPut::Same => Outcome::Same,
        PhotoPut::Full => Outcome::Failed,
    });
    let status = match put {
        PhotoPut::Stored => StatusCode::CREATED,
        PhotoPut::Same => StatusCode::OK,
        PhotoPut::Full => {
            tracing::warn!("all the room for photos is taken; phones keep theirs (`mot-cua serve --photos`)");
            return Err(Problem::new("full", 507, "There is no room for photos now"));
        }
    };
    Ok((status, [(header::CACHE_CONTROL, "no-store")], Json(Kept { sha256: name })).into_response())
}

fn invalid(status: u16, title: &str) -> Problem {
    Problem::new("invalid", status, title)
}
