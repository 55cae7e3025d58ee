//! Where the focus goes when the screen changes: to its heading, so that a screen reader begins there.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Focuses the first heading that can take it, after the new view is in the page; and shows the top of it; nothing in a
/// portal, whose page it is. A screen without a heading, or whose heading is still coming, keeps the focus on `main`: the next Tab then begins there, not somewhere below.
pub(crate) fn on_heading() {
    // In `:is` a browser that knows no `:has` leaves out that half alone.
    on(":is(.mc-main:not(:has(h1[tabindex])), .mc-main h1[tabindex])");
}

/// What the screen was waiting for is there: its heading takes the focus over, unless the citizen went elsewhere meanwhile.
pub(crate) fn arrived() {
    on(".mc-main:focus h1[tabindex]");
}

fn on(selector: &'static str) {
    let later = Closure::once_into_js(move || {
        let window = super::window();
        let Some(document) = window.document() else { return };
        if let Ok(Some(found)) = document.query_selector(selector)
            && let Ok(found) = found.dyn_into::<HtmlElement>()
        {
            window.scroll_to_with_x_and_y(0.0, 0.0);
            let _ = found.focus();
        }
    });
    let _ = super::window().request_animation_frame(later.unchecked_ref());
}

/// The same for the element of that id, once all that changes now is in the page: after the heading has had its turn.
#[cfg(feature = "full")]
pub(crate) fn soon(id: &str) {
    then(id, on_id);
}

/// The same for the first field of a question.
#[cfg(feature = "full")]
pub(crate) fn soon_on_field(id: &str) {
    then(id, on_field);
}

#[cfg(feature = "full")]
fn then(id: &str, act: fn(&str)) {
    let id = id.to_owned();
    let then = move || {
        let later = Closure::once_into_js(move || act(&id));
        let _ = super::window().request_animation_frame(later.unchecked_ref());
    };
    let _ = super::window().request_animation_frame(Closure::once_into_js(then).unchecked_ref());
}

/// Focuses the first field of the question of that id, else the question.
#[cfg(feature = "full")]
pub(crate) fn on_field(id: &str) {
    on_id(id);
    if let Some(field) = find(&["#", id, " :is(input, textarea, button):not(:disabled)"].concat()) {
        let _ = field.focus();
    }
}

/// In the page; in a host page, in the element that has the focus, else in the first.
#[cfg(feature = "full")]
fn find(selector: &str) -> Option<HtmlElement> {
    let document = super::window().document()?;
    let host = document
        .active_element()
        .filter(|active| active.shadow_root().is_some())
        .or_else(|| document.query_selector("mot-cua").ok().flatten());
    let found = match host.and_then(|host| host.shadow_root()) {
        Some(root) => root.query_selector(selector),
        None => document.query_selector(selector),
    };
    found.ok().flatten()?.dyn_into().ok()
}

/// Focuses the element of that id, if it is there.
pub(crate) fn on_id(id: &str) {
    #[cfg(not(feature = "full"))]
    let found = super::window().document().and_then(|document| document.get_element_by_id(id));
    #[cfg(not(feature = "full"))]
    let found = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    #[cfg(feature = "full")]
    let found = find(&["#", id].concat());
    if let Some(element) = found {
        element.scroll_into_view();
        let _ = element.focus();
    }
}
