//! `GET /api/results?unit=&month=`.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use mot_cua_contract::Problem;
use mot_cua_survey::figures::Month;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{Shared, desk, problem::Reply};
use crate::results::Publication;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Id of a unit of this site.
    #[param(required = true, example = "04795")]
    unit: Option<String>,
    /// A month that is over, in Việt Nam, for an hour at least.
    #[param(required = true, example = "2026-10")]
    month: Option<String>,
}

/// Ratings of a closed month. The same for ever, once they were told.
#[utoipa::path(get, path = "/api/results", tag = "results", params(Asked),
    responses((status = 200, body = Publication), (status = 422, description = "Problem `invalid` naming the field: unit not of this site, no month, month not over")))]
pub(super) async fn results(State(app): State<Shared>, Query(asked): Query<Asked>) -> Response {
    let wrong =
        |field: &str, title: &str| Reply(Problem::new("invalid", 422, title).field(field)).into_response();
    let at = app.desk();
    let Some(unit) = asked.unit.and_then(|id| at.site.unit(&id)) else {
        return wrong("unit", "Not a unit of this site");
    };
    let Some(month) = asked.month.and_then(|month| month.parse::<Month>().ok()) else {
        return wrong("month", "Expected a month like 2026-10");
    };
    if month.to_string() >= at.open_month() {
        return wrong("month", "This month is not over");
    }
    match desk::publications(&app, &unit.id, month, month).await.map(|mut all| all.pop()) {
        Ok(told) => ([(header::CACHE_CONTROL, "no-cache")], Json(told.map(|(_, told)| told))).into_response(),
        Err(trouble) => {
            tracing::error!(%trouble, "results");
            Reply(Problem::new("unavailable", 503, "The results cannot be read now")).into_response()
        }
    }
}
