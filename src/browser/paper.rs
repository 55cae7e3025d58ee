//! Out of the page onto paper.

/// The browser's print dialogue. In-app browsers often have none, and do nothing.
pub(crate) fn print() {
    let _ = super::window().print();
}
