//! One timer that is set again and again.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Lets the browser do what waits: taps, frames, events.
pub(crate) async fn next_task() {
    let task = Promise::new(&mut |done, _| {
        let _ = super::window().set_timeout_with_callback(&done);
    });
    let _ = JsFuture::from(task).await;
}

pub(crate) struct Timer {
    rings: Closure<dyn Fn()>,
    set: Cell<Option<i32>>,
}

impl Timer {
    /// Calls `then` whenever the time that was set has come.
    pub(crate) fn new(then: impl Fn() + 'static) -> Self {
        Self { rings: Closure::new(then), set: Cell::new(None) }
    }

    /// Replaces what was set before. `None`: never.
    pub(crate) fn set(&self, wait_ms: Option<u64>) {
        let window = super::window();
        if let Some(handle) = self.set.take() {
            window.clear_timeout_with_handle(handle);
        }
        if let Some(wait) = wait_ms {
            // Beyond 2³¹ ms `setTimeout` rings at once.
            let wait = i32::try_from(wait).unwrap_or(i32::MAX);
            let call = self.rings.as_ref().unchecked_ref();
            self.set.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(call, wait).ok());
        }
    }
}
