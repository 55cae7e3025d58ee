//! All that a ward said, by receipt: for sites without a server, where `answers.html#7K3QX0M2VD` shows one.

use mot_cua_contract::Site;

use super::escape;
use super::frame::{self, Kind};
use super::words::Words;
use crate::store::Said;

/// A whole page.
pub fn replies(said: &[Said], site: &Site, lang: &str) -> String {
    let words = Words::of(lang);
    let title = words.get("replies.title");
    let items: Vec<String> = said
        .iter()
        .map(|said| {
            let key = if said.words.is_empty() { "receipt.read" } else { "receipt.said" };
            let about = words.fill(key, &[&words.day(&said.day), &said.receipt]);
            let quote = if said.words.is_empty() {
                String::new()
            } else {
                format!("<blockquote>{}</blockquote>", escape(&said.words))
            };
            format!("<li id=\"{}\"><p>{}</p>{quote}</li>", escape(&said.receipt), escape(&about))
        })
        .collect();
    let head =
        format!("<p class=\"office\">{}</p><h1>{}</h1>", escape(site.name.get(words.lang)), escape(&title));
    let main = format!("<section class=\"voices\"><ol>{}</ol></section>\n", items.concat());
    frame::page(Kind::Still, words.lang, &title, &head, &main)
}
