//! Waiting.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Lets the browser do what waits: effects, frames, events.
pub(crate) async fn next_task() {
    let task = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 0);
    });
    let _ = JsFuture::from(task).await;
}

/// One timer that is set again and again.
pub(crate) struct Timer {
    rings: Closure<dyn Fn()>,
    set: Cell<Option<i32>>,
}

impl Timer {
    /// Calls `then` when the time that was set last has come.
    pub(crate) fn new(then: impl Fn() + 'static) -> Self {
        Self { rings: Closure::new(then), set: Cell::new(None) }
    }

    /// Replaces what was set before.
    pub(crate) fn set(&self, wait_ms: i32) {
        if let Some(handle) = self.set.take() {
            window().clear_timeout_with_handle(handle);
        }
        let call = self.rings.as_ref().unchecked_ref();
        self.set.set(window().set_timeout_with_callback_and_timeout_and_arguments_0(call, wait_ms).ok());
    }
}
