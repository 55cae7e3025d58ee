//! Who may go in: a key, kept as Argon2 in the database; then a cookie that only our own pages send back.

use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use std::sync::Mutex;

use super::super::responses::most;
use super::super::{App, Shared, body};
use super::{Asked, lang, private, see};
use crate::keys;
use crate::results::{Door, door};

const COOKIE: &str = "mot-cua-desk";

/// How often strangers may try, all together: a key is not to be guessed, but each try costs 19 MiB and a tenth of a second. Nobody
/// is told apart, because nobody's address is kept.
#[derive(Debug)]
pub(crate) struct Patience(Mutex<(f64, f64)>);

/// Tries at once, and milliseconds until there is one more.
const TRIES: f64 = 10.0;
const EACH_MS: f64 = 6_000.0;

impl Default for Patience {
    fn default() -> Self {
        Self(Mutex::new((TRIES, 0.0)))
    }
}

impl Patience {
    fn try_once(&self, now_ms: f64) -> bool {
        let Ok(mut state) = self.0.lock() else { return false };
        let (left, at) = *state;
        let left = (left + ((now_ms - at) / EACH_MS).max(0.0)).min(TRIES);
        let may = left >= 1.0;
        *state = (if may { left - 1.0 } else { left }, now_ms);
        may
    }
}

/// The name of the key that somebody is in with. `None`: not in.
pub(super) async fn inside(app: &App, headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let stay = pairs.into_iter().find(|(name, _)| *name == COOKIE)?.1.to_owned();
    // Nobody asks the database for what cannot be.
    let keys = app.store.desk_keys().await.ok()?;
    keys::who(&stay, &keys, now_s(app))
}

/// Forms come from our own pages only; the cookie is `SameSite=Strict` beside.
pub(super) fn ours(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none")
}

pub(super) async fn show(State(app): State<Shared>, Query(asked): Query<Asked>) -> Response {
    page(&app, &asked, Door::Asked, StatusCode::OK)
}

pub(super) async fn knock(
    State(app): State<Shared>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let Ok(bytes) = body::read(body, most(&app)).await else {
        return page(&app, &asked, Door::Wrong, StatusCode::BAD_REQUEST);
    };
    if !app.patience.try_once(app.desk().clock.unix_ms()) || !ours(&headers) {
        return page(&app, &asked, Door::Busy, StatusCode::TOO_MANY_REQUESTS);
    }
    let key = form_urlencoded::parse(&bytes).find(|(name, _)| name == "key");
    let key = key.map(|(_, key)| key.into_owned()).unwrap_or_default();
    let Ok(known) = app.store.desk_keys().await else { return super::unavailable() };
    let now = now_s(&app);
    // One at a time: as many as there are tries would need 190 MiB.
    let turn = app.doorman.acquire().await;
    let found = tokio::task::spawn_blocking(move || {
        known
            .into_iter()
            .find(|(_, hash)| keys::fits(&key, hash))
            .map(|(name, hash)| keys::stay(&name, &hash, now))
    });
    let found = found.await.ok().flatten();
    drop(turn);
    let Some(stay) = found else {
        tracing::warn!("a key was tried that opens nothing");
        return page(&app, &asked, Door::Wrong, StatusCode::FORBIDDEN);
    };
    with_cookie(&app, see(&app, "results"), &stay, "")
}

pub(super) async fn leave(State(app): State<Shared>) -> Response {
    with_cookie(&app, see(&app, "results"), "", "; Max-Age=0")
}

fn with_cookie(app: &App, mut response: Response, value: &str, more: &str) -> Response {
    let desk = app.desk();
    let secure =
        if desk.site.url.as_ref().is_some_and(|url| url.starts_with("https:")) { "; Secure" } else { "" };
    let path = format!("{}results", desk.site.base);
    let cookie = format!("{COOKIE}={value}; Path={path}; HttpOnly; SameSite=Strict{secure}{more}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response.extensions_mut().insert(super::Private);
    response
}

fn page(app: &App, asked: &Asked, why: Door, status: StatusCode) -> Response {
    let desk = app.desk();
    let mut response = private(door(why, &desk.site, lang(asked, desk.site.default_language())));
    *response.status_mut() = status;
    if why == Door::Busy {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
fn now_s(app: &App) -> u64 {
    (app.desk().clock.unix_ms() / 1_000.0) as u64
}
