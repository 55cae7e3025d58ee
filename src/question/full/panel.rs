//! Questions that belong together.

use super::Asked;
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked) -> El {
    let children = asked.run().with(|session| session.children(asked.at).to_vec());
    let head = asked.part("title");
    let named = asked.has("title");
    let title =
        named.map(|()| el("h2").class("mc-panel-title").attr("id", &head).live(move || asked.title()));
    let hint = asked.has("description").map(|()| el("p").class("mc-hint").live(asked.words("description")));
    let fault = el("p").class("mc-fault").live(move || asked.fault().unwrap_or_default());
    el("div")
        .class("mc-panel")
        .attr("id", &asked.id())
        .attr("role", "group")
        .attr("tabindex", "-1")
        .maybe("aria-labelledby", named.map(|()| head.clone()))
        .add_some(title)
        .add_some(hint)
        .add(fault)
        .with_all(children.into_iter().map(|child| super::view(asked.app, child)))
}
