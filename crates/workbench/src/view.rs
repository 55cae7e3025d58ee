//! What is seen: the head, the room that is open, the line that says what was done.

mod answers;
mod compare;
mod condition;
mod edit;
mod field;
mod handy;
mod open;
mod phone;
mod print;
mod question;
mod reminders;
mod site;
mod source;
mod surveys;
mod tests_tab;
mod told;

use crate::bench::tabs::Turn;
use crate::bench::{Bench, Room};
use crate::html::{El, View, el};
use crate::words::{Lang, say};

/// The whole page.
pub(crate) fn page(bench: Bench) -> View {
    el("div").class("wb-page").add(head(bench)).add(main(bench)).view()
}

fn head(bench: Bench) -> El {
    let rooms = [
        (Room::Surveys, "room.surveys"),
        (Room::Print, "room.print"),
        (Room::Reminders, "room.reminders"),
        (Room::Site, "room.site"),
    ];
    let room = move |(room, key): (Room, &'static str)| {
        tab(bench.t(key), move || bench.room.get() == room, move || bench.enter(room))
    };
    let speak = move |lang: Lang| {
        tab(move || say(lang, "lang.own"), move || bench.lang.get() == lang, move || bench.speak(lang))
            .attr("lang", lang.as_str())
    };
    el("header")
        .class("wb-head")
        .add(el("h1").live(bench.t("head.title")))
        .add(
            el("nav")
                .class("wb-tabs")
                .live_attr("aria-label", move || Some(bench.word("head.rooms")))
                .add_all(rooms.map(room)),
        )
        .add(el("div").class("wb-tabs wb-langs").add_all(Lang::ALL.map(speak)))
}

fn main(bench: Bench) -> El {
    let room = move || match bench.room.get() {
        _ if bench.turn.get() != Turn::Mine => rests(bench).view(),
        Room::Surveys => surveys::room(bench).view(),
        Room::Print => print::room(bench).view(),
        Room::Reminders => reminders::room(bench).view(),
        Room::Site => site::room(bench).view(),
    };
    el("main")
        .attr("id", "wb-main")
        .attr("tabindex", "-1")
        .add(el("p").class("wb-said").attr("role", "status").live(move || bench.said.get()))
        .part(room)
        .add(el("p").class("wb-soft").live(bench.t("head.private")))
}

/// This tab keeps nothing: another one does.
fn rests(bench: Bench) -> El {
    let lead = if bench.turn.get() == Turn::Rests { "aside.lead" } else { "aside.unkept" };
    el("section")
        .class("wb-card wb-refused")
        .attr("role", "alert")
        .add(el("h2").live(bench.t("aside.title")))
        .add(el("p").text(&bench.word(lead)))
        .add(act(bench, "aside.here", move || bench.go_on_here()).attr("id", "wb-here"))
}

/// A button that stays pressed while what it leads to is shown.
fn tab(
    words: impl Fn() -> String + 'static,
    is_on: impl Fn() -> bool + 'static,
    go: impl Fn() + 'static,
) -> El {
    el("button")
        .attr("type", "button")
        .class("wb-tab")
        .live_attr("aria-pressed", move || Some(is_on().to_string()))
        .click(go)
        .live(words)
}

/// A button with words of its own.
fn act(bench: Bench, key: &'static str, go: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class("wb-act").click(go).live(bench.t(key))
}

/// The same, where the words need the name of what it acts on for those who do not see where it stands.
fn small(bench: Bench, sign: &'static str, key: &'static str, of: &str, go: impl Fn() + 'static) -> El {
    let of = of.to_owned();
    el("button")
        .attr("type", "button")
        .class("wb-small")
        .live_attr("aria-label", move || Some([bench.word(key), ": ".to_owned(), of.clone()].concat()))
        .live_attr("title", move || Some(bench.word(key)))
        .click(go)
        .add(el("span").attr("aria-hidden", "true").text(sign))
}
