//! Files from and to this machine. Nothing goes over the network but reads of the site's own files.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, Url};

use super::{Event, window};

pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(crate) const JSON: &str = "application/json";

/// A larger file is not read at all: it would only fill the memory of the tab.
const MOST_BYTES: f64 = 32.0 * 1024.0 * 1024.0;

/// Name and bytes of the file that was picked in the field that fired. The field is emptied: the same file may be picked again.
pub(crate) fn picked(event: &Event, then: impl FnOnce(String, Vec<u8>) + 'static) {
    let field: Option<web_sys::HtmlInputElement> = event.target().map(JsCast::unchecked_into);
    let Some(field) = field else { return };
    if let Some(file) = field.files().and_then(|files| files.get(0)) {
        read(file, then);
    }
    field.set_value("");
}

pub(crate) fn read(file: File, then: impl FnOnce(String, Vec<u8>) + 'static) {
    spawn_local(async move {
        let small = file.size() <= MOST_BYTES;
        let buffer = if small { JsFuture::from(file.array_buffer()).await.ok() } else { None };
        let bytes = buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
        then(file.name(), bytes);
    });
}

/// Hands a file to the browser's downloads.
pub(crate) fn save(name: &str, kind: &str, bytes: &[u8]) {
    let _ = download(name, kind, bytes);
}

fn blob(kind: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let about = BlobPropertyBag::new();
    about.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &about)
}

/// An address under which this page finds the bytes, until [`forget`]. `None`: the browser has no room for them.
pub(crate) fn address(kind: &str, bytes: &[u8]) -> Option<String> {
    Url::create_object_url_with_blob(&blob(kind, bytes).ok()?).ok()
}

pub(crate) fn forget(address: &str) {
    let _ = Url::revoke_object_url(address);
}

fn download(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob(kind, bytes)?)?;
    let document = window().document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// The text of one of the site's files. `None`: it cannot be had.
pub(crate) async fn of_site(path: &str) -> Option<String> {
    let url = ["../", path].concat();
    let answer: Response = JsFuture::from(window().fetch_with_str(&url)).await.ok()?.dyn_into().ok()?;
    let text = answer.ok().then(|| answer.text().ok()).flatten()?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// Address of this page, with a stroke at its end: `https://danhgia.example.vn/workbench/`.
pub(crate) fn folder() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let path = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    [&origin(), path, "/"].concat()
}

/// Scheme, host and port that this page came from.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The folder of the site on its host, with both slashes: this page stands one below it.
pub(crate) fn site_folder() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.rsplit_once("/workbench/").map_or_else(|| "/".to_owned(), |(before, _)| [before, "/"].concat())
}
