//! One request and its whole reply.

mod policy;

use js_sys::{Date, Function, Object, Promise, Reflect};
use mot_cua_contract::adapter::{Request, Response};
use mot_cua_outbox::{Failure, Pace};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// The reply has to be complete by then (ms).
const LIMIT: i32 = 20_000;
/// The same for a photo: 300 KB at 50 kbit/s are 48 s (ms).
#[cfg(feature = "full")]
const LARGE_LIMIT: i32 = 60_000;
/// `keepalive` shares 64 KiB between all requests of a page (Fetch standard, 4.5).
const KEEPALIVE: usize = 60_000;

/// Sends without cookies, follows no redirect but one that the adapter names, and reads the body within the time limit.
pub(crate) async fn send(request: &Request, pace: Pace) -> Result<Response, Failure> {
    let body = if request.body.is_empty() { JsValue::UNDEFINED } else { (&request.body).into() };
    exchange(request, &body, pace, LIMIT).await
}

/// The same for a request whose body is bytes.
#[cfg(feature = "full")]
pub(crate) async fn send_bytes(request: &Request, bytes: &JsValue) -> Result<Response, Failure> {
    exchange(request, bytes, Pace::Calm, LARGE_LIMIT).await
}

async fn exchange(request: &Request, body: &JsValue, pace: Pace, limit: i32) -> Result<Response, Failure> {
    let window = super::window();
    let abort = AbortController::new().map_err(|_| Failure::NoConnection)?;
    let signal = abort.signal();
    let stop = Reflect::get(&abort, &"abort".into()).ok().and_then(|stop| stop.dyn_into::<Function>().ok());
    let timer = stop.and_then(|stop| {
        let stop = stop.bind0(&abort);
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&stop, limit).ok()
    });
    let failure = |otherwise| if signal.aborted() { Failure::TimedOut } else { otherwise };
    let watch = policy::Watch::begin(&request.url);
    let reply = match fetch(request, body, &signal, pace).await {
        Ok(reply) => read(&reply).await.map_err(|_| failure(Failure::Broken)),
        Err(_) if watch.saw_violation().await => Err(Failure::Blocked),
        Err(_) => Err(failure(Failure::NoConnection)),
    };
    if let Some(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    reply
}

async fn fetch(
    request: &Request,
    body: &JsValue,
    signal: &JsValue,
    pace: Pace,
) -> Result<web_sys::Response, JsValue> {
    let headers = Object::new();
    for (name, value) in &request.headers {
        Reflect::set(&headers, &name.into(), &value.into())?;
    }
    // A login page hides behind a redirect; a few backends hand out their replies behind one.
    let redirect = if request.replies_from.is_some() { "follow" } else { "error" };
    let init = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&init, &name.into(), value);
    set("method", &(&request.method).into())?;
    set("headers", &headers)?;
    set("signal", signal)?;
    if !body.is_undefined() {
        set("body", body)?;
    }
    for (name, value) in [
        ("redirect", redirect),
        ("credentials", "omit"),
        ("cache", "no-store"),
        ("referrerPolicy", "no-referrer"),
    ] {
        set(name, &value.into())?;
    }
    if pace == Pace::Leaving && request.body.len() < KEEPALIVE {
        set("keepalive", &JsValue::TRUE)?;
    }
    let window = super::window();
    let fetch: Function = Reflect::get(&window, &"fetch".into())?.dyn_into()?;
    let promise: Promise = fetch.call2(&window, &(&request.url).into(), &init)?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

async fn read(reply: &web_sys::Response) -> Result<Response, JsValue> {
    let headers = reply.headers();
    let header = |name: &str| headers.get(name).ok().flatten();
    let retry_after = header("retry-after").map(|text| seconds(text, header("date").as_deref()));
    let content_type = header("content-type").unwrap_or_default();
    let body = JsFuture::from(reply.text()?).await?.as_string().unwrap_or_default();
    Ok(Response { status: reply.status(), content_type, retry_after, body })
}

/// `Retry-After` as seconds: its date form is reckoned from the server's own `Date` where that can be read.
fn seconds(text: String, date: Option<&str>) -> String {
    if text.trim().parse::<u64>().is_ok() {
        return text;
    }
    let until = Date::parse(&text);
    let now = date.map(Date::parse).filter(|now| now.is_finite()).unwrap_or_else(Date::now);
    let wait = ((until - now) / 1000.0).ceil();
    if !wait.is_finite() {
        return text;
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "finite, not negative; `as` saturates"
    )]
    let wait = wait.max(0.0) as u64;
    wait.to_string()
}
