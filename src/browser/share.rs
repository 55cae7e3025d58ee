//! Out of the page: to another app, to paper, to an address that others can open.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::timer;

/// Offers an address to the phone's other apps. `false`: this browser cannot (it needs a secure context).
pub(crate) fn offer(title: &str, url: &str) -> bool {
    try_offer(title, url).is_some()
}

fn try_offer(title: &str, url: &str) -> Option<()> {
    let navigator = super::window().navigator();
    let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    let what = Object::new();
    Reflect::set(&what, &"title".into(), &title.into()).ok()?;
    Reflect::set(&what, &"url".into(), &url.into()).ok()?;
    let asked: Promise = share.call1(&navigator, &what).ok()?.dyn_into().ok()?;
    // Who changes his mind is no error.
    wasm_bindgen_futures::spawn_local(async move {
        let _ = JsFuture::from(asked).await;
    });
    Some(())
}

/// The browser's print dialogue. In-app browsers often have none, and do nothing: then `false`, after a second.
pub(crate) async fn print() -> bool {
    let window = super::window();
    let began = Rc::new(Cell::new(false));
    let begins = began.clone();
    let heard = Closure::<dyn Fn()>::new(move || begins.set(true));
    let call = heard.as_ref().unchecked_ref();
    let _ = window.add_event_listener_with_callback("beforeprint", call);
    let _ = window.print();
    timer::a_second().await;
    let _ = window.remove_event_listener_with_callback("beforeprint", call);
    began.get()
}

/// An address of the site in full, `https://host/folder/`, from one that is relative to this page.
pub(crate) fn absolute(url: &str) -> Option<String> {
    let page = super::window().location().href().ok()?;
    web_sys::Url::new_with_base(url, &page).ok().map(|url| url.href())
}

/// A drawing as the address of a picture.
pub(crate) fn picture(svg: &str) -> String {
    ["data:image/svg+xml,", &String::from(encode_uri_component(svg))].concat()
}
