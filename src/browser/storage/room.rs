//! Room for an answer: the site's own files, kept for a day without a network, can be fetched again. An answer cannot.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Empties the caches of this origin, where there are any. Web browsers have none without a secure context.
pub(super) async fn make_room() {
    let _ = empty().await;
}

async fn empty() -> Result<(), JsValue> {
    let caches = Reflect::get(&super::super::window(), &"caches".into())?;
    let ask = |name: &str, what: &JsValue| -> Result<Promise, JsValue> {
        let method: Function = Reflect::get(&caches, &name.into())?.dyn_into()?;
        method.call1(&caches, what)?.dyn_into()
    };
    for name in Array::from(&JsFuture::from(ask("keys", &JsValue::NULL)?).await?) {
        JsFuture::from(ask("delete", &name)?).await?;
    }
    Ok(())
}
