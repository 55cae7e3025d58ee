//! The language links of the static head: they work by themselves, and faster with us.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// A link of the head.
pub(crate) struct Link(Element);

/// Language → its link. A link is `<a class="mc-lang" hreflang="en" href="?lang=en">`.
pub(crate) fn languages() -> Vec<(String, Link)> {
    let mut found = Vec::new();
    let Some(links) = super::window().document().and_then(|d| d.query_selector_all("a.mc-lang").ok()) else {
        return found;
    };
    for at in 0..links.length() {
        if let Some(link) = links.get(at).and_then(|node| node.dyn_into::<Element>().ok())
            && let Some(lang) = link.get_attribute("hreflang")
        {
            found.push((lang, Link(link)));
        }
    }
    found
}

impl Link {
    /// Instead of loading the page again.
    pub(crate) fn on_click(&self, then: impl Fn() + 'static) {
        let seen = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            then();
        });
        let _ = self.0.add_event_listener_with_callback("click", seen.as_ref().unchecked_ref());
        // Lives as long as the page's head.
        seen.forget();
    }
}
