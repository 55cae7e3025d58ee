//! IndexedDB's events as promises, with time limits.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A promise that `target`'s event `good` keeps and its events `bad` break. Microtasks of a success event run while its
/// transaction is still active, so more requests may follow an `await`.
pub(crate) fn outcome(target: &JsValue, good: &str, bad: &[&str]) -> Promise {
    Promise::new(&mut |keep, break_| {
        let _ = Reflect::set(target, &good.into(), &keep);
        for event in bad {
            let _ = Reflect::set(target, &(*event).into(), &break_);
        }
    })
}

/// What `promise` gives, or an error after `ms`: iOS can leave a request without an answer for ever
/// (<https://bugs.webkit.org/show_bug.cgi?id=277615>).
pub(crate) async fn within(ms: i32, promise: &Promise) -> Result<JsValue, JsValue> {
    let limit = Promise::new(&mut |_, break_| {
        let _ = super::super::window().set_timeout_with_callback_and_timeout_and_arguments_0(&break_, ms);
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &limit))).await
}

/// `{durability: 'strict'}`: "complete" then means that it was flushed to the disk. Chrome's default is `relaxed` since 121.
pub(crate) fn strictly() -> Object {
    let options = Object::new();
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    options
}
