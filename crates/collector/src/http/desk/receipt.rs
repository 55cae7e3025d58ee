//! What the ward says to one who has the receipt; and what it is to forget of them.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Response};
use mot_cua_contract::Problem;
use mot_cua_contract::receipt::is_receipt;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::problem::Reply;
use super::super::responses::most;
use super::super::{Shared, body};
use super::{Asked, door, framed, lang, see, unavailable};
use crate::results::{Asked as Code, receipt};
use crate::store::Shown;

pub(super) async fn show(State(app): State<Shared>, Query(asked): Query<Asked>) -> Response {
    let desk = app.desk();
    let code = match asked.code.as_deref().map(plain).filter(|code| !code.is_empty()) {
        None => Code::Nothing,
        Some(code) if !is_receipt(&code) => Code::Mistaken(code),
        Some(code) => match (app.store.said(&code).await, app.store.has_contact(&code).await) {
            (Ok(said), Ok(reachable)) => Code::Code { code, said, reachable },
            _ => return unavailable(),
        },
    };
    let html = receipt(&code, &desk.site, lang(&asked, desk.site.default_language()));
    framed(Html(html).into_response(), "'none'")
}

/// Takes out how its owner can be reached. Whoever has the code may: it tells nothing, and the words stay.
pub(super) async fn forget(State(app): State<Shared>, headers: HeaderMap, body: Body) -> Response {
    let Ok(bytes) = body::read(body, most(&app)).await else { return see(&app, "receipt") };
    let code = form_urlencoded::parse(&bytes).find(|(name, _)| name == "code");
    let code = plain(&code.map(|(_, code)| code.into_owned()).unwrap_or_default());
    if !is_receipt(&code) || !door::ours(&headers) {
        return see(&app, "receipt");
    }
    if app.store.forget_contact(&code).await.is_err() {
        return unavailable();
    }
    app.shelf.clear().await;
    see(&app, &format!("receipt?code={code}"))
}

/// As people copy it: Crockford's alphabet reads O as 0, I and L as 1.
fn plain(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase());
    letters
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .take(20)
        .collect()
}

/// What the ward said.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct Reading {
    receipt: String,
    /// Day on which it was read or answered: `2026-11-21`.
    day: String,
    /// Empty: read, and nothing said.
    words: String,
    /// Whether the ward shows it to everybody.
    public: bool,
}

/// What the ward said to the answer with this receipt.
#[utoipa::path(get, path = "/api/replies/{receipt}", tag = "results", params(("receipt" = String, Path, description = "Ten characters")),
    responses((status = 200, body = Reading), (status = 404, description = "Nobody has read it yet, or there is no such answer")))]
pub(in crate::http) async fn reply(State(app): State<Shared>, Path(receipt): Path<String>) -> Response {
    let code = plain(&receipt);
    let said = if is_receipt(&code) { app.store.said(&code).await } else { Ok(None) };
    match said {
        Ok(Some(said)) => {
            let reading = Reading {
                public: said.shown == Shown::All,
                receipt: said.receipt,
                day: said.day,
                words: said.words,
            };
            ([(header::CACHE_CONTROL, "no-store")], Json(reading)).into_response()
        }
        Ok(None) => Reply(Problem::new("not-found", 404, "Nothing was said to it yet")).into_response(),
        Err(_) => Reply(Problem::new("unavailable", 503, "The database does not answer")).into_response(),
    }
}
