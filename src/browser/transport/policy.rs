//! Whether the page's own policy stopped a request: fetch itself only says "failed".

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event};

use crate::browser::timer::next_task;

/// Listens for violations of `connect-src` by one address, from its making until it is dropped.
pub(super) struct Watch {
    document: Option<Document>,
    heard: Closure<dyn Fn(Event)>,
    seen: Rc<Cell<bool>>,
}

impl Watch {
    pub(super) fn begin(url: &str) -> Self {
        let seen = Rc::new(Cell::new(false));
        let (sees, url) = (seen.clone(), url.to_owned());
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let text = |name: &str| {
                Reflect::get(&event, &name.into())
                    .ok()
                    .and_then(|value| value.as_string())
                    .unwrap_or_default()
            };
            // Safari names only the origin that was blocked; all others the whole address.
            let blocked = text("blockedURI");
            let ours = !blocked.is_empty() && (blocked.ends_with(&url) || url.starts_with(&blocked));
            if ours && text("effectiveDirective").starts_with("connect") && text("disposition") == "enforce" {
                sees.set(true);
            }
        });
        let document = super::super::window().document();
        if let Some(document) = &document {
            let call = heard.as_ref().unchecked_ref();
            let _ = document.add_event_listener_with_callback("securitypolicyviolation", call);
        }
        Self { document, heard, seen }
    }

    /// The event may come a task later than the failure.
    pub(super) async fn saw_violation(&self) -> bool {
        next_task().await;
        self.seen.get()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(document) = &self.document {
            let call = self.heard.as_ref().unchecked_ref();
            let _ = document.remove_event_listener_with_callback("securitypolicyviolation", call);
        }
    }
}
