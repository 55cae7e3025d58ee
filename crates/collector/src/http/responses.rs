//! `POST /api/responses` and `DELETE /api/responses/{id}`.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mot_cua_contract::Problem;
use mot_cua_contract::receipt::{is_uuid, receipt};
use serde::Serialize;
use utoipa::ToSchema;

use super::metrics::Outcome;
use super::problem::Reply;
use super::{App, Shared, body, pace, page};
use crate::intake::{self, Desk, FormError};
use crate::store::{Put, Record, Refused};

/// What says that a revision is on the disk.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Stored {
    id: String,
    rev: u32,
    /// Ten characters of Crockford's base 32, the same for all revisions.
    #[schema(example = "7ZK0Q4M2XA")]
    receipt: String,
    /// Of the body's bytes, hex.
    sha256: String,
}

/// Stores one revision of an answer, once.
#[utoipa::path(post, path = "/api/responses", tag = "answers",
    params(("Idempotency-Key" = Option<String>, Header, description = "`\"id:rev\"` with the quotes, as in the body")),
    request_body(description = "The answer as JSON; or a form with the fields survey, unit, counter, field, procedure, lang, id, rev and one per question",
        content((serde_json::Value = "application/json"), (String = "application/x-www-form-urlencoded"))),
    responses(
        (status = 201, body = Stored, description = "On the disk"),
        (status = 200, body = Stored, description = "The same id, revision and body was there already"),
        (status = 303, description = "A form was stored: a page with the receipt"),
        (status = 410, description = "Problem `deleted`: its owner removed the answer, or its time was over"),
        (status = 422, description = "Problem `conflict` with `stored: true`: another body was there already, this one is kept aside. Or problem `invalid`, naming the field"),
        (status = 400, description = "Not JSON, or deeper than 32 levels"), (status = 413, description = "Larger than 64 KiB"),
        (status = 415, description = "Neither JSON nor a form"), (status = 429, description = "Problem `too-many`: more than a crowd at that place can send. Try again after `Retry-After`"),
        (status = 503, description = "Try again after `Retry-After`")))]
pub(super) async fn take(State(app): State<Shared>, headers: HeaderMap, body: Body) -> Response {
    let media =
        headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).and_then(|v| v.split(';').next());
    let media = media.unwrap_or_default().trim().to_ascii_lowercase();
    match media.as_str() {
        "application/json" => {
            take_json(&app, &headers, body).await.unwrap_or_else(|problem| refuse(&app, problem))
        }
        "application/x-www-form-urlencoded" => match take_form(&app, &headers, body).await {
            Ok(response) => response,
            Err(FormError::Empty) => {
                app.metrics.count(Outcome::Refused);
                page::unchecked(&app.desk())
            }
            Err(FormError::Invalid(problem)) => {
                count(&app, &problem);
                page::problem(&app.desk(), &problem)
            }
        },
        _ => {
            let problem = Problem::new("invalid", 415, "Send application/json or a form");
            refuse(&app, problem.field("Content-Type"))
        }
    }
}

async fn take_json(app: &App, headers: &HeaderMap, body: Body) -> Result<Response, Problem> {
    let bytes = body::read(body, most(app)).await?;
    // The place after the body: whoever sends a letter a second must not hold one.
    let _place = app.gate.try_acquire().map_err(|_| overloaded())?;
    let key = headers.get("idempotency-key").map(|key| key.to_str().unwrap_or_default());
    let (answer, body) = intake::json(&bytes, key)?;
    let desk = app.desk();
    desk.surveys.learn(&answer.survey_version, &app.store).await;
    // Of what came: what is stored has no token in it.
    let sha256 = sha256(&bytes);
    let record = noted(app, &desk, intake::checked(answer, body, &desk)?, headers)?;
    let stored = Stored { id: record.id.clone(), rev: record.rev, receipt: code(&record), sha256 };
    let status = match put(app, record).await? {
        Put::Stored => StatusCode::CREATED,
        Put::Same => StatusCode::OK,
        Put::Conflict => return Err(conflict()),
        Put::Deleted => return Err(deleted()),
    };
    Ok((status, [(header::CACHE_CONTROL, "no-store")], Json(stored)).into_response())
}

async fn take_form(app: &App, headers: &HeaderMap, body: Body) -> Result<Response, FormError> {
    let bytes = body::read(body, most(app)).await.map_err(FormError::Invalid)?;
    let _place = app.gate.try_acquire().map_err(|_| FormError::Invalid(overloaded()))?;
    let desk = app.desk();
    let record = intake::form(&bytes, &desk, || uuid::Uuid::new_v4().to_string())?;
    let record = noted(app, &desk, record, headers).map_err(FormError::Invalid)?;
    let code = code(&record);
    match put(app, record).await.map_err(FormError::Invalid)? {
        // For a person a kept-aside answer is a thank-you too: the first one counts.
        Put::Stored | Put::Same | Put::Conflict => {
            let to = format!("{}thanks/{code}", app.desk().site.base);
            Ok((StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response())
        }
        Put::Deleted => Err(FormError::Invalid(deleted())),
    }
}

/// Removes an answer for good. Whoever has the id may; it is 204 whether or not it was there.
#[utoipa::path(delete, path = "/api/responses/{id}", tag = "answers", params(("id" = String, Path, description = "The whole id")),
    responses((status = 204, description = "All its revisions are gone; a later retry gets 410"), (status = 503, description = "Try again after `Retry-After`")))]
pub(super) async fn remove(State(app): State<Shared>, Path(id): Path<String>) -> Response {
    // No answer can have another kind of id.
    if is_uuid(&id) {
        if let Err(refused) = app.store.delete(&id).await {
            return refuse(&app, unavailable(&refused));
        }
        app.metrics.count(Outcome::Removed);
        tracing::debug!(receipt = receipt(&id), "answer removed by its owner");
    }
    StatusCode::NO_CONTENT.into_response()
}

async fn put(app: &App, record: Record) -> Result<Put, Problem> {
    let (receipt, rev, survey, unit) =
        (code(&record), record.rev, record.survey.clone(), record.place.unit.clone());
    let put = app.store.put(record).await.map_err(|refused| unavailable(&refused))?;
    app.metrics.count(match put {
        Put::Stored => Outcome::Stored,
        Put::Same => Outcome::Same,
        Put::Conflict => Outcome::Conflict,
        Put::Deleted => Outcome::Deleted,
    });
    if put == Put::Conflict {
        // Without the receipt, for the same reason as below.
        tracing::warn!(
            "an id and revision came with another body; the first counts, this one is kept aside: `mot-cua conflicts` shows both"
        );
    }
    // Not by default: a log with the minute beside each receipt would undo the rounding of times.
    tracing::debug!(receipt, rev, survey, unit, outcome = ?put, "answer");
    Ok(put)
}

/// The answer with the facts of its coming.
fn noted(app: &App, desk: &Desk, mut record: Record, headers: &HeaderMap) -> Result<Record, Problem> {
    let site = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok());
    let known =
        ["same-origin", "same-site", "cross-site", "none"].into_iter().find(|name| Some(*name) == site);
    record.fetch_site = known.map(str::to_owned);
    app.pace.note(&mut record, desk.clock.unix_ms()).map_err(|pace::TooMany| {
        Problem::new("too-many", 429, "More answers than a crowd at this place can send; try again later")
    })?;
    Ok(record)
}

pub(super) fn most(app: &App) -> body::Most {
    let title = "An answer has at most 64 KiB";
    body::Most { bytes: intake::MOST_BYTES, time: app.limits.body, title }
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(bytes))
}

fn code(record: &Record) -> String {
    receipt(&record.id).unwrap_or_default()
}

pub(super) fn refuse(app: &App, problem: Problem) -> Response {
    count(app, &problem);
    let wait = retry_after(problem.status);
    let mut response = Reply(problem).into_response();
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

/// What [`put`] has not counted already.
fn count(app: &App, problem: &Problem) {
    if problem.is("invalid") || problem.is("timeout") {
        app.metrics.count(Outcome::Refused);
        tracing::info!(status = problem.status, field = problem.field, "answer refused");
    } else if problem.is("overloaded") || problem.is("too-many") {
        app.metrics.count(Outcome::Overloaded);
    } else if problem.is("unavailable") {
        app.metrics.count(Outcome::Failed);
    }
}

/// 2 to 9 seconds, or one to two minutes where a place is flooded; spread so that a crowd does not come back as one.
pub(super) fn retry_after(status: u16) -> Option<HeaderValue> {
    let (least, spread) = match status {
        503 => (2, 8),
        429 => (60, 60),
        _ => return None,
    };
    HeaderValue::from_str(&(least + uuid::Uuid::new_v4().as_u128() % spread).to_string()).ok()
}

pub(super) fn overloaded() -> Problem {
    Problem::new("overloaded", 503, "Too many answers at once; try again soon")
}

pub(super) fn unavailable(refused: &Refused) -> Problem {
    match refused {
        Refused::Overloaded => overloaded(),
        // What the database said is in the log; a stranger need not know.
        Refused::Trouble(_) => {
            Problem::new("unavailable", 503, "The answer could not be stored; try again soon")
        }
    }
}

fn conflict() -> Problem {
    let title = "Another body of this id and revision is stored; this one is kept aside";
    Problem { stored: Some(true), ..Problem::new("conflict", 422, title) }
}

fn deleted() -> Problem {
    Problem::new("deleted", 410, "This answer was deleted")
}
