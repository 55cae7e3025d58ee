//! The door of the desk: a form for its key.

use mot_cua_contract::Site;

use super::escape;
use super::frame::{self, Kind};
use super::words::Words;

/// Why the form is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    Asked,
    /// The key that was given opens nothing.
    Wrong,
    /// Too many were tried.
    Busy,
}

/// A whole page.
pub fn door(why: Door, site: &Site, lang: &str) -> String {
    let words = Words::of(lang);
    let say = |key: &str| escape(&words.get(key));
    let problem = match why {
        Door::Asked => String::new(),
        Door::Wrong => format!("<p class=\"problem\" role=\"alert\">{}</p>", say("door.wrong")),
        Door::Busy => format!("<p class=\"problem\" role=\"alert\">{}</p>", say("door.busy")),
    };
    let base = escape(&site.base);
    let head = format!(
        "<p class=\"office\">{}</p><h1>{}</h1>",
        escape(site.name.get(words.lang)),
        say("door.title")
    );
    let main = format!(
        "<section class=\"voice\">{problem}<p>{}</p><form method=\"post\" action=\"{base}results/door\">\
         <label for=\"key\">{}</label><input id=\"key\" name=\"key\" type=\"password\" required autocomplete=\"current-password\" autofocus>\
         <div class=\"buttons\"><button>{}</button></div></form></section>\n\
         <p><a href=\"{base}results/public\">{}</a></p>\n",
        say("door.help"),
        say("door.key"),
        say("door.enter"),
        say("door.public"),
    );
    frame::page(Kind::Form, words.lang, &words.get("door.title"), &head, &main)
}
