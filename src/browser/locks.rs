//! One sender across tabs, by Web Locks. They are absent without a secure context and before Chrome 69 / Safari 15.4:
//! there a lease in IndexedDB stands in for them (`storage/lease.rs`).

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "mot-cua-sender";

/// Call it to let other tabs send.
pub(crate) type Release = Function;

/// Whether this tab may send.
pub(crate) enum Right {
    /// Until this is called.
    Until(Release),
    /// Nobody forbids it here; the lease may still.
    Unguarded,
    Denied,
}

/// Asks once, without queueing.
pub(crate) async fn ask() -> Right {
    let Some(locks) = locks() else { return Right::Unguarded };
    // Where the request itself fails (an opaque origin), there is no lock to respect either.
    request(&locks).await.unwrap_or(Right::Unguarded)
}

/// `navigator.locks`, where this browser has it here.
pub(crate) fn locks() -> Option<JsValue> {
    let locks = Reflect::get(&super::window().navigator(), &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

async fn request(locks: &JsValue) -> Result<Right, JsValue> {
    let (held, release) = promise();
    let (answered, answer) = promise();
    let called = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let _ = answer.call1(&JsValue::NULL, &lock);
        // The lock is held until the promise is kept.
        if lock.is_object() { held.into() } else { JsValue::UNDEFINED }
    });
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;
    let request: Function = Reflect::get(locks, &"request".into())?.dyn_into()?;
    let request = request.call3(locks, &NAME.into(), &options, &called)?;
    let lock = JsFuture::from(Promise::race(&Array::of2(&answered, &request))).await?;
    Ok(if lock.is_object() { Right::Until(release) } else { Right::Denied })
}

/// A promise and what keeps it.
fn promise() -> (Promise, Function) {
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    (promise, keep.unwrap_or_else(Function::default))
}
