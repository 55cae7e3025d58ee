//! `Phiếu hướng dẫn hoàn thiện`: what is still missing, said once, in full, and taken home. It travels in the link alone.

mod make;
mod sheet;
mod take;

use crate::app::{App, Screen};
use crate::html::{El, el};
use crate::screen::procedure::record;
use crate::widget::back_to;

/// `new/<code>`: the clerk makes one. `<slip>` or `<slip>/<day>`: a citizen has scanned one.
pub(super) fn slip(app: App, rest: &str) -> El {
    let back = back_to(app, "slip.back", Screen::Look);
    let screen = el("section").class("mc-screen").add(el("div").class("mc-off-paper").add(back));
    match rest.strip_prefix("new/") {
        Some(code) => screen.with(record(app, code.to_owned(), make::make)),
        None => take::take(app, screen, rest),
    }
}
