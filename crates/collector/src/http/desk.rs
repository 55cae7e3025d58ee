//! The pages of figures: what everybody may see, and what only the ward's own people may.

mod door;
mod inbox;
pub(super) mod open;
mod photo;
pub(super) mod receipt;
mod shelf;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use mot_cua_survey::figures::Month;
use serde::Deserialize;

use super::{App, Shared};
use crate::results::{Links, Snapshot, leader};
pub(crate) use door::Patience;
pub(super) use open::publications;
pub(crate) use shelf::Shelf;

/// What a page was asked for. What is not understood is as if it were not there.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    unit: Option<String>,
    month: Option<String>,
    lang: Option<String>,
    code: Option<String>,
}

/// Of a response that belongs to one person: nothing of it is anybody else's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Private;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/results", get(results))
        .route("/results/inbox", get(inbox::show).post(inbox::say))
        .route("/results/door", get(door::show).post(door::knock))
        .route("/results/leave", post(door::leave))
        .route("/results/public", get(open::page))
        .route("/results/tv", get(open::tv))
        .route("/results/photo/{sha256}", get(photo::show))
        .route("/receipt", get(receipt::show).post(receipt::forget))
}

/// The leader's page for whoever is in; else what everybody may see, and the way in.
async fn results(State(app): State<Shared>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    if door::inside(&app, &headers).await.is_none() {
        return open::outside(&app, &asked).await;
    }
    let desk = app.desk();
    let links = links(&app);
    let month = month(&asked, links.newest);
    match app.shelf.take(&app, month).await {
        Ok(snapshot) => {
            let Snapshot { figures, voices } = snapshot.as_ref();
            let lang = lang(&asked, desk.site.default_language());
            private(leader(figures, &desk.site, lang, voices.latest(), Some(&links)))
        }
        Err(response) => response,
    }
}

/// Counts before anybody asks: of a million answers it takes seconds, and whoever looks first would wait for them. Without a key
/// nobody looks.
pub(super) async fn count_ahead(app: Shared) {
    if app.store.desk_keys().await.is_ok_and(|keys| !keys.is_empty()) {
        let _ = app.shelf.take(&app, links(&app).newest).await;
    }
}

fn links(app: &App) -> Links {
    let desk = app.desk();
    let newest = Month::of(&desk.now()).unwrap_or_default();
    Links { base: desk.site.base.clone(), newest }
}

/// The month asked for, if it can have been; else the latest.
fn month(asked: &Asked, newest: Month) -> Month {
    let month = asked.month.as_deref().and_then(|month| month.parse().ok());
    month.filter(|month: &Month| *month <= newest && month.distance(newest) <= 24).unwrap_or(newest)
}

fn lang(asked: &Asked, default: &str) -> &'static str {
    match asked.lang.as_deref().unwrap_or(default) {
        "en" => "en",
        _ => "vi",
    }
}

/// What the header says beside the page's own `<meta>`: in which frames it may stand.
fn framed(mut response: Response, ancestors: &str) -> Response {
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&format!("object-src 'none'; frame-ancestors {ancestors}")) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// For one person's eyes: never in a frame, never kept, and no other site's to read.
fn private(html: String) -> Response {
    let mut response = framed(Html(html).into_response(), "'none'");
    response.extensions_mut().insert(Private);
    response
}

/// Back to a page of ours after something was done.
fn see(app: &App, path: &str) -> Response {
    Redirect::to(&format!("{}{path}", app.desk().site.base)).into_response()
}

fn unavailable() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, "The figures cannot be read now; try again soon\n").into_response()
}
