//! Reads of the site's own files: packs, definitions, the catalogue.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Why a file could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// No connection, or the connection broke.
    Unreachable,
    /// The host says that there is no such file.
    NotThere,
}

/// Fetches `url` and hands its text on.
pub(crate) fn read(url: String, then: impl FnOnce(Result<String, Missing>) + 'static) {
    read_boxed(url, Box::new(then));
}

/// One task of one type for all that read.
#[inline(never)]
fn read_boxed(url: String, then: Box<dyn FnOnce(Result<String, Missing>)>) {
    wasm_bindgen_futures::spawn_local(async move { then(text(&url).await) });
}

/// The text of one of the site's files.
pub(crate) async fn text(url: &str) -> Result<String, Missing> {
    body(super::window().fetch_with_str(url)).await
}

async fn body(request: js_sys::Promise) -> Result<String, Missing> {
    let answer = JsFuture::from(request).await.map_err(|_| Missing::Unreachable)?;
    let response: web_sys::Response = answer.dyn_into().map_err(|_| Missing::Unreachable)?;
    if !response.ok() {
        return Err(if response.status() == 404 { Missing::NotThere } else { Missing::Unreachable });
    }
    let body = response.text().map_err(|_| Missing::Unreachable)?;
    let text = JsFuture::from(body).await.map_err(|_| Missing::Unreachable)?;
    text.as_string().ok_or(Missing::Unreachable)
}

/// Two texts, fetched at the same time.
pub(crate) async fn both(one: &str, other: &str) -> Result<(String, String), Missing> {
    let (one, other) = (super::window().fetch_with_str(one), super::window().fetch_with_str(other));
    Ok((body(one).await?, body(other).await?))
}
