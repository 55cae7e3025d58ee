//! A procedure, or a field of work, as something to press.

use std::ops::Range;
use std::sync::Arc;

use mot_cua_catalogue::{Highlight, Index};
use wasm_bindgen_futures::spawn_local;

use crate::app::{App, Screen};
use crate::browser::timer;
use crate::html::{El, View, el, part};
use crate::prelude::*;

/// Rows that a phone's screen has room for below the field.
const SEEN: usize = 5;

/// Those items, in that order. What is `meant` is marked. What lies below the screen is drawn when the rest has been seen.
pub(super) fn rows(app: App, index: Arc<Index>, items: Vec<usize>, meant: Highlight) -> View {
    let most = RwSignal::new(SEEN);
    if items.len() > SEEN {
        spawn_local(async move {
            timer::next_task().await;
            most.set(usize::MAX);
        });
    }
    part(move || {
        let items = items.iter().take(most.get());
        hits().add_all(items.filter_map(|item| row(app, &index, *item, &meant))).view()
    })
}

/// An empty list.
pub(super) fn hits() -> El {
    el("ul").class("mc-hits")
}

/// `None`: there is no such item.
pub(super) fn row(app: App, index: &Index, item: usize, meant: &Highlight) -> Option<El> {
    let item = index.item(item)?;
    let code = item.code.to_owned();
    let name = app.lang.with(|lang| item.name(lang).map(str::to_owned)).filter(|name| name != item.title);
    let title = marked(official("bdi", "mc-hit-title"), item.title, &meant.of(index, item.at));
    let row = hit(move || app.go(Screen::Procedure(code.clone())))
        .add(title)
        .add_some(name.map(|name| el("span").class("mc-hit-sub").text(&name)))
        .add(official("bdi", "mc-hit-sub").text(&[item.code, " · ", item.field].concat()));
    Some(el("li").add(row))
}

pub(super) fn hit(pressed: impl Fn() + 'static) -> El {
    el("button").known("type", "button").class("mc-hit").click(pressed)
}

/// Official words are Vietnamese whatever the language of the page: a screen reader must know. (`bdi`, because the sheet
/// hides a `span` of another language: that is how the static page switches.)
pub(super) fn official(tag: &'static str, class: &'static str) -> El {
    el(tag).class(class).known("lang", "vi")
}

/// The title as text and `<mark>`, by byte ranges that lie on letters' borders.
fn marked(mut line: El, title: &str, ranges: &[Range<usize>]) -> El {
    let mut at = 0;
    for range in ranges {
        let (Some(before), Some(hit)) = (title.get(at..range.start), title.get(range.clone())) else {
            continue;
        };
        line = line.text(before).add(el("mark").text(hit));
        at = range.end;
    }
    line.text(title.get(at..).unwrap_or_default())
}
