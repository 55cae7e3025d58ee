//! A picture of the site's own; one from elsewhere is told by its words alone.

use super::Asked;
use crate::config::Config;
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked) -> El {
    let read = |member: &str| asked.run().with(|session| session.words(asked.at, member)).unwrap_or_default();
    let (link, words) = (read("imageLink"), read("altText"));
    let body = match source(asked, link) {
        Some(source) => el("img").class("mc-image").attr("src", &source).attr("alt", &words),
        None => el("p").class("mc-hint").text(&words),
    };
    asked.plain(body)
}

/// A file of the site's folder, from wherever the page stands: below `/Q/`, or in a portal on another host. `None`: there is none, or
/// the link leads elsewhere; browsers read `\` as `/` and pass over tabs.
fn source(asked: Asked, link: String) -> Option<String> {
    if link.starts_with("data:image/") {
        return Some(link);
    }
    let elsewhere = link.starts_with("//") || link.contains([':', '\\']) || link.contains(char::is_control);
    let path = link.trim_start_matches('/');
    if elsewhere || path.is_empty() {
        return None;
    }
    let file = asked.app.config.with_value(Config::survey_file)?;
    let (folder, _) = file.url.rsplit_once("surveys/")?;
    Some([folder, path].concat())
}
