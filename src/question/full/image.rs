//! A picture of the site's own; one from elsewhere is told by its words alone.

use super::Asked;
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked) -> El {
    let read = |member: &str| asked.run().with(|session| session.words(asked.at, member)).unwrap_or_default();
    let (link, words) = (read("imageLink"), read("altText"));
    let own = link.starts_with("data:image/") || !(link.contains(':') || link.starts_with("//"));
    let body = if own && !link.is_empty() {
        el("img").class("mc-image").attr("src", &link).attr("alt", &words)
    } else {
        el("p").class("mc-hint").text(&words)
    };
    asked.plain(body)
}
