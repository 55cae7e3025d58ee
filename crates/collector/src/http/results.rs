//! `GET /api/results?unit=&month=`.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use mot_cua_contract::Problem;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{Shared, problem::Reply};
use crate::store::{Cell, Count};

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

/// What may be told of one unit and month.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Results {
    unit: String,
    month: String,
    /// One a survey that at least ten people answered.
    surveys: Vec<Ratings>,
}

/// Answers to the question `overall`. `levels` where no level was chosen by one to nine people, else `groups` on the same terms.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Ratings {
    survey: String,
    question: &'static str,
    /// At least 10.
    n: i64,
    /// Level 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    levels: Option<[i64; 5]>,
    /// Levels 1 to 3, levels 4 and 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<[i64; 2]>,
}

/// Ratings of a closed month.
#[utoipa::path(get, path = "/api/results", tag = "results", params(Asked),
    responses((status = 200, body = Results), (status = 422, description = "Problem `invalid` naming the field: unit not of this site, no month, month not over")))]
pub(super) async fn results(State(app): State<Shared>, Query(asked): Query<Asked>) -> Response {
    let wrong =
        |field: &str, title: &str| Reply(Problem::new("invalid", 422, title).field(field)).into_response();
    let desk = app.desk();
    let Some(unit) = asked.unit.and_then(|id| desk.site.unit(&id)) else {
        return wrong("unit", "Not a unit of this site");
    };
    let Some(month) = asked.month.filter(|month| is_month(month)) else {
        return wrong("month", "Expected a month like 2026-10");
    };
    if month >= desk.open_month() {
        return wrong("month", "This month is not over");
    }
    match app.store.results(&unit.id, &month).await {
        Ok(cells) => {
            let surveys = cells.into_iter().map(ratings).collect();
            let results = Results { unit: unit.id.clone(), month, surveys };
            ([(header::CACHE_CONTROL, "no-cache")], Json(results)).into_response()
        }
        Err(trouble) => {
            tracing::error!(%trouble, "results");
            Reply(Problem::new("unavailable", 503, "The results cannot be read now")).into_response()
        }
    }
}

fn ratings(cell: Cell) -> Ratings {
    let (levels, groups) = match cell.count {
        Count::Levels(levels) => (Some(levels), None),
        Count::Groups(groups) => (None, Some(groups)),
        Count::Total => (None, None),
    };
    Ratings { survey: cell.survey, question: "overall", n: cell.n, levels, groups }
}

fn is_month(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let parts = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2);
    parts.is_some_and(|(year, month)| digits(year) && digits(month) && ("01"..="12").contains(&month))
}
