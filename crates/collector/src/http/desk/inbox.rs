//! The inbox: what people wrote, and what the ward says to it.

use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use mot_cua_contract::mask::mask;
use mot_cua_contract::receipt::is_receipt;

use super::super::responses::most;
use super::super::{Shared, body};
use super::{Asked, door, lang, links, month, private, see, unavailable};
use crate::results::{Item, inbox};
use crate::store::{Said, Shown};

/// So many stand on one page.
const PAGE: usize = 100;
/// Characters of an answer.
const MOST: usize = 1_000;

pub(super) async fn show(
    State(app): State<Shared>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    if door::inside(&app, &headers).await.is_none() {
        return see(&app, "results/door");
    }
    let (desk, links) = (app.desk(), links(&app));
    let month = month(&asked, links.newest);
    let snapshot = match app.shelf.take(&app, month).await {
        Ok(snapshot) => snapshot,
        Err(response) => return response,
    };
    let mut items = Vec::new();
    for voice in snapshot.voices.latest().iter().take(PAGE) {
        let Ok(said) = app.store.said(&voice.receipt).await else { return unavailable() };
        items.push(Item { voice, said });
    }
    // Unread ones first; each part stays the latest first.
    items.sort_by_key(|item| item.said.is_some());
    private(inbox(&items, month, &desk.site, lang(&asked, desk.site.default_language()), &links))
}

/// Marks one as read, or answers it. What everybody will read has no number of anybody's in it.
pub(super) async fn say(State(app): State<Shared>, headers: HeaderMap, body: Body) -> Response {
    if door::inside(&app, &headers).await.is_none() || !door::ours(&headers) {
        return see(&app, "results/door");
    }
    let Ok(bytes) = body::read(body, most(&app)).await else {
        return (StatusCode::PAYLOAD_TOO_LARGE, "too long\n").into_response();
    };
    let fields: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
    let field = |name: &str| fields.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value.as_str());
    let receipt = field("receipt").to_owned();
    if !is_receipt(&receipt) {
        return see(&app, "results/inbox");
    }
    let words: String = mask(field("words").trim()).chars().take(MOST).collect();
    let words = if field("do") == "read" { String::new() } else { words };
    let shown = if field("shown") == "all" && !words.is_empty() { Shown::All } else { Shown::Code };
    let day = app.desk().now().get(..10).unwrap_or_default().to_owned();
    let said = Said { receipt, words, day, shown };
    if field("do") == "forget" || !said.words.is_empty() {
        // The one who was answered need not be reached any more.
        if app.store.forget_contact(&said.receipt).await.is_err() {
            return unavailable();
        }
        app.shelf.clear().await;
    }
    if field("do") != "forget" && app.store.say(&said).await.is_err() {
        return unavailable();
    }
    let month = field("month").parse().unwrap_or_else(|()| links(&app).newest);
    see(&app, &format!("results/inbox?month={month}#{}", said.receipt))
}
