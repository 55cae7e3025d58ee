//! Requests to a backend, by a frame that may reach other hosts (`page/try.js`). This page itself may not.

use js_sys::{Function, Object, Promise, Reflect};
use mot_cua_contract::adapter::{Request, Response};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::site::said::Came;

/// Sends it as a citizen's page would: no cookies, no redirect but one that the adapter names.
pub(crate) async fn send(request: &Request) -> Came {
    match exchange(request).await {
        Ok(reply) => read(&reply),
        Err(_) => Came::Nobody,
    }
}

async fn exchange(request: &Request) -> Result<JsValue, JsValue> {
    let (ask, headers) = (Object::new(), Object::new());
    for (name, value) in &request.headers {
        Reflect::set(&headers, &name.into(), &value.into())?;
    }
    let body = if request.body.is_empty() { JsValue::UNDEFINED } else { (&request.body).into() };
    let follows = request.replies_from.is_some().into();
    for (name, value) in [
        ("method", &(&request.method).into()),
        ("url", &(&request.url).into()),
        ("headers", headers.as_ref()),
        ("body", &body),
        ("follows", &follows),
    ] {
        Reflect::set(&ask, &name.into(), value)?;
    }
    let carry: Function = Reflect::get(&window(), &"mcCarry".into())?.dyn_into()?;
    let promise: Promise = carry.call1(&JsValue::UNDEFINED, &ask)?.dyn_into()?;
    JsFuture::from(promise).await
}

fn read(reply: &JsValue) -> Came {
    let member = |name: &str| Reflect::get(reply, &name.into()).unwrap_or_default();
    let text = |name: &str| member(name).as_string().unwrap_or_default();
    match text("why").as_str() {
        "" => {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a status has three digits"
            )]
            let status = member("status").as_f64().unwrap_or_default() as u16;
            Came::Reply(Response {
                status,
                content_type: text("contentType"),
                retry_after: None,
                body: text("body"),
            })
        }
        "redirect" => Came::Redirect,
        "forbidden" => Came::Forbidden,
        "frame" => Came::Frame,
        "offline" => Came::Offline,
        "slow" => Came::Slow,
        "policy" => Came::Policy,
        _ => Came::Nobody,
    }
}
