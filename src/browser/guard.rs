//! The browser's own question before the page is closed. Asked only while closing would lose an answer.

use std::cell::OnceCell;

use wasm_bindgen::prelude::*;

thread_local! {
    static ASKS: OnceCell<Closure<dyn Fn(web_sys::Event)>> = const { OnceCell::new() };
}

/// From here on the browser asks before it closes the page.
pub(crate) fn hold() {
    with_asker(|asker| {
        let _ = super::window().add_event_listener_with_callback("beforeunload", asker);
    });
}

/// Closing is safe again. A listener that stays would keep the page out of the back-forward cache.
pub(crate) fn let_go() {
    with_asker(|asker| {
        let _ = super::window().remove_event_listener_with_callback("beforeunload", asker);
    });
}

fn with_asker(act: impl FnOnce(&js_sys::Function)) {
    ASKS.with(|asks| {
        let asker = asks.get_or_init(|| {
            Closure::new(|event: web_sys::Event| {
                event.prevent_default();
                // Chrome before 119 asks only for this.
                let _ = js_sys::Reflect::set(&event, &"returnValue".into(), &"1".into());
            })
        });
        act(asker.as_ref().unchecked_ref());
    });
}
