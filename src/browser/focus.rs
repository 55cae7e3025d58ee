//! Where the focus goes when the screen changes: to its heading, so that a screen reader begins there.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Focuses the first heading that can take it, after the new view is in the page; and shows the top of it.
pub(crate) fn on_heading() {
    let later = Closure::once_into_js(|| {
        let window = super::window();
        window.scroll_to_with_x_and_y(0.0, 0.0);
        let Some(document) = window.document() else { return };
        if let Ok(Some(heading)) = document.query_selector(".mc-main h1[tabindex]")
            && let Ok(heading) = heading.dyn_into::<HtmlElement>()
        {
            let _ = heading.focus();
        }
    });
    let _ = super::window().request_animation_frame(later.unchecked_ref());
}

/// Focuses the element of that id, if it is there.
pub(crate) fn on_id(id: &str) {
    let found = super::window().document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}
