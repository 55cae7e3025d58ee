//! When the page comes, goes, and may have a network.

use wasm_bindgen::prelude::*;
use web_sys::{Event, PageTransitionEvent, VisibilityState};

/// What happened to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// The browser believes that a network is there. Often wrong.
    Online,
    /// Seen again: another tab was in front, or the page came back from the back-forward cache.
    Shown,
    /// Hidden or left. On a phone there is often no later event.
    Hidden,
}

/// Calls `then` for the rest of the page's life; at once, if the page is in the background.
pub(crate) fn listen(then: impl Fn(Moment) + 'static) {
    let document = super::window().document();
    if document.as_ref().is_some_and(|document| document.visibility_state() != VisibilityState::Visible) {
        then(Moment::Hidden);
    }
    let seen = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(moment) = moment(&event) {
            then(moment);
        }
    });
    let (window, call) = (super::window(), seen.as_ref().unchecked_ref());
    for event in ["online", "pageshow", "pagehide"] {
        let _ = window.add_event_listener_with_callback(event, call);
    }
    if let Some(document) = document {
        let _ = document.add_event_listener_with_callback("visibilitychange", call);
    }
    // Lives as long as the page.
    seen.forget();
}

fn moment(event: &Event) -> Option<Moment> {
    match event.type_().as_str() {
        "online" => Some(Moment::Online),
        "pagehide" => Some(Moment::Hidden),
        // The first showing is the start, which is told otherwise.
        "pageshow" => event.dyn_ref::<PageTransitionEvent>()?.persisted().then_some(Moment::Shown),
        _ => match super::window().document()?.visibility_state() {
            VisibilityState::Visible => Some(Moment::Shown),
            _ => Some(Moment::Hidden),
        },
    }
}
