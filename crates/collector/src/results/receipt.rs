//! What the ward says to one who has the receipt.

use mot_cua_contract::Site;

use super::escape;
use super::frame::{self, Kind};
use super::words::Words;
use crate::store::Said;

/// What was asked for.
#[derive(Debug)]
pub enum Asked {
    /// No code yet.
    Nothing,
    /// This is no code.
    Mistaken(String),
    /// A code; what was said to it. `None`: nothing yet, or there is no such answer.
    Code {
        code: String,
        said: Option<Said>,
        /// Whether the answer says how its owner can be reached.
        reachable: bool,
    },
}

/// A whole page.
pub fn receipt(asked: &Asked, site: &Site, lang: &str) -> String {
    let words = Words::of(lang);
    let say = |key: &str| escape(&words.get(key));
    let (code, told) = match asked {
        Asked::Nothing => ("", String::new()),
        Asked::Mistaken(code) => {
            (code.as_str(), format!("<p class=\"problem\" role=\"alert\">{}</p>", say("receipt.mistaken")))
        }
        Asked::Code { code, said, reachable } => {
            let told = told(&words, code, said.as_ref());
            let forget = if *reachable { forget(&words, code, &site.base) } else { String::new() };
            (code.as_str(), told + &forget)
        }
    };
    let head = format!(
        "<p class=\"office\">{}</p><h1>{}</h1>",
        escape(site.name.get(words.lang)),
        say("receipt.title")
    );
    let main = format!(
        "{told}<section class=\"voice\"><form method=\"get\" action=\"{}receipt\"><label for=\"code\">{}</label>\
         <input id=\"code\" name=\"code\" value=\"{}\" maxlength=\"20\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" required>\
         <div class=\"buttons\"><button>{}</button></div></form></section>\n",
        escape(&site.base),
        say("receipt.code"),
        escape(code),
        say("receipt.look"),
    );
    frame::page(Kind::Form, words.lang, &words.get("receipt.title"), &head, &main)
}

fn told(words: &Words, code: &str, said: Option<&Said>) -> String {
    let html = match said {
        None => format!("<p>{}</p>", escape(&words.fill("receipt.waiting", &[code]))),
        Some(said) if said.words.is_empty() => {
            format!("<p>{}</p>", escape(&words.fill("receipt.read", &[&words.day(&said.day), code])))
        }
        Some(said) => format!(
            "<p>{}</p><blockquote>{}</blockquote>",
            escape(&words.fill("receipt.said", &[&words.day(&said.day), code])),
            escape(&said.words)
        ),
    };
    format!("<section class=\"told\" role=\"status\">{html}</section>\n")
}

fn forget(words: &Words, code: &str, base: &str) -> String {
    format!(
        "<section class=\"voice\"><p>{}</p><form method=\"post\" action=\"{}receipt\"><input type=\"hidden\" name=\"code\" value=\"{}\">\
         <div class=\"buttons\"><button class=\"quiet\">{}</button></div></form></section>\n",
        escape(&words.get("receipt.reachable")),
        escape(base),
        escape(code),
        escape(&words.get("receipt.forget")),
    )
}
