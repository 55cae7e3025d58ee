//! One timer that is set again and again.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Lets the browser do what waits: taps, frames, events.
pub(crate) async fn next_task() {
    wait(0).await;
}

/// Lets the browser draw what has changed, a slow phone too. One timer: to ask for the frame itself costs a part of it.
#[cfg(feature = "full")]
pub(crate) async fn drawn() {
    const TWO_FRAMES_MS: i32 = 34;
    wait(TWO_FRAMES_MS).await;
}

/// Calls `then` when a minute begins, for as long as the page lives.
#[cfg(feature = "more")]
#[allow(clippy::cast_possible_truncation, reason = "less than a minute")]
pub(crate) async fn each_minute(then: impl Fn()) {
    const MINUTE: f64 = 60_000.0;
    loop {
        wait((MINUTE - js_sys::Date::now() % MINUTE) as i32 + 1).await;
        then();
    }
}

/// For what a browser may do later, or never.
#[cfg(feature = "more")]
pub(crate) async fn a_second() {
    wait(1_000).await;
}

async fn wait(ms: i32) {
    let task = Promise::new(&mut |done, _| {
        let _ = super::window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
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
