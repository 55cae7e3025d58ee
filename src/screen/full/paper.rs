//! What leaves the screen: a code to scan, a link to send, a sheet to print.

use mot_cua_contract::place::{Place, Purpose};
use mot_cua_link::{draw, url, write};
use wasm_bindgen_futures::spawn_local;

use crate::app::App;
use crate::browser::{copy, share};
use crate::html::{El, el, nothing};
use crate::prelude::*;
use crate::widget::quiet;

/// Where this site is: `https://host/folder/`. `None`: it has no look-up, or its address is not readable.
fn base(app: App) -> Option<String> {
    let index = app.config.with_value(|config| config.catalogue_index.clone())?;
    let (folder, _) = index.rsplit_once("catalogue/index.json")?;
    // An empty address would be this page itself.
    share::absolute(if folder.is_empty() { "." } else { folder })
}

/// The unit of this page, looking up; `procedure`: at that code.
fn place(app: App, procedure: Option<&str>) -> Option<Place> {
    let unit = app.place.with_untracked(|place| place.unit.clone());
    if unit.is_empty() {
        return None;
    }
    let mut place = Place::unit(&unit);
    place.procedure = procedure.map(str::to_owned);
    place.purpose = Some(Purpose::Look);
    Some(place)
}

/// The address that a code of this procedure carries, as printed; and the same to be sent. `None`: its code fits none.
pub(super) fn links(app: App, code: &str) -> Option<(String, String)> {
    let (base, place) = (base(app)?, place(app, Some(code))?);
    let path = write(&place, None);
    path.contains("/P").then(|| (url(&base, &place, None), [base.as_str(), &path].concat()))
}

/// The address that opens `hash` at this unit, as printed.
pub(super) fn link_to(app: App, hash: &str) -> Option<String> {
    Some([url(&base(app)?, &place(app, None)?, None).as_str(), "#", hash].concat())
}

/// The code of an address as a picture that can be kept; nothing for an address that no code holds.
pub(super) fn code(app: App, address: &str, key: &'static str) -> Option<El> {
    let drawn = draw::svg(&draw::matrix(address, draw::Level::Q).ok()?);
    let picture = el("img").class("mc-qr").attr("src", &share::picture(&drawn)).attr("data-qr", "");
    Some(picture.live_attr("alt", move || Some(app.word(key))))
}

/// To another app where the browser can, else copied, else shown to be copied by hand.
pub(super) fn send(app: App, title: String, address: String) -> El {
    let told = RwSignal::new("");
    let shown = address.clone();
    let pressed = move || {
        if !share::offer(&title, &address) {
            told.set(if copy::to_clipboard(&address) { "desk.copied" } else { "desk.hold" });
        }
    };
    let line = move || {
        let key = told.get();
        if key.is_empty() {
            return nothing();
        }
        let words = el("p").class("mc-hint").live(app.t(key));
        el("div").add(words).add(el("p").class("mc-copy").text(&shown)).view()
    };
    el("div")
        .class("mc-group")
        .add(quiet(app, "desk.share", pressed).attr("data-act", "share"))
        .add(el("div").attr("role", "status").part(line))
}

/// Prints; where nothing happens, says what else can be done.
pub(super) fn print(app: App, key: &'static str) -> El {
    let nothing_came = RwSignal::new(false);
    let pressed = move || {
        nothing_came.set(false);
        spawn_local(async move { nothing_came.set(!share::print().await) });
    };
    let line = move || if nothing_came.get() { app.word("desk.noPrint") } else { String::new() };
    el("div")
        .class("mc-group")
        .add(quiet(app, key, pressed).attr("data-act", "print"))
        .add(el("p").class("mc-hint").attr("role", "status").live(line))
}
