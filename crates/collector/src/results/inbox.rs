//! The inbox: what people wrote, and beside each what the ward says to it.

use mot_cua_contract::Site;
use mot_cua_survey::figures::Month;

use super::frame::{self, Kind};
use super::nav::Links;
use super::voices::Voice;
use super::words::Words;
use super::{escape, said};
use crate::store::{Said, Shown};

/// One of them. `said`: what was said to it. `None`: nobody has read it yet.
#[derive(Debug)]
pub struct Item<'a> {
    pub voice: &'a Voice,
    pub said: Option<Said>,
}

/// A whole page.
pub fn inbox(items: &[Item], month: Month, site: &Site, lang: &str, links: &Links) -> String {
    let words = Words::of(lang);
    let title = words.fill("inbox.title", &[&words.month(month)]);
    let unread = items.iter().filter(|item| item.said.is_none()).count();
    let back = format!(
        "<a href=\"{}results?month={month}\">{}</a>",
        escape(&links.base),
        escape(&words.get("nav.back"))
    );
    let head = format!(
        "<nav>{back}</nav><p class=\"office\">{}</p><h1>{}</h1><p>{}</p>",
        escape(site.name.get(words.lang)),
        escape(&title),
        escape(&words.fill("inbox.count", &[&items.len().to_string(), &unread.to_string()])),
    );
    let mut main: String = items.iter().map(|item| one(item, month, site, &words, links)).collect();
    if items.is_empty() {
        main = format!("<p class=\"none\">{}</p>", escape(&words.get("inbox.none")));
    }
    frame::page(Kind::Form, words.lang, &title, &head, &main)
}

fn one(item: &Item, month: Month, site: &Site, words: &Words, links: &Links) -> String {
    let say = |key: &str| escape(&words.get(key));
    let receipt = escape(&item.voice.receipt);
    let told = item.said.as_ref().map_or("", |said| said.words.as_str());
    let all = if item.said.as_ref().is_some_and(|said| said.shown == Shown::All) { " checked" } else { "" };
    let state = match &item.said {
        None => format!("<b class=\"state new\">{}</b>", say("inbox.new")),
        Some(said) if said.words.is_empty() => format!("<b class=\"state\">{}</b>", say("inbox.read")),
        Some(said) => format!(
            "<b class=\"state\">{}</b>",
            escape(&words.fill("inbox.answered", &[&words.day(&said.day)]))
        ),
    };
    let read = if item.said.is_none() {
        format!("<button name=\"do\" value=\"read\" class=\"quiet\">{}</button>", say("inbox.markRead"))
    } else {
        String::new()
    };
    let forget = if item.voice.contact.is_empty() {
        String::new()
    } else {
        format!("<button name=\"do\" value=\"forget\" class=\"quiet\">{}</button>", say("inbox.forget"))
    };
    format!(
        "<section class=\"voice\" id=\"{receipt}\">{state}{}{}{}{}<form method=\"post\" action=\"{}results/inbox\">\
         <input type=\"hidden\" name=\"receipt\" value=\"{receipt}\"><input type=\"hidden\" name=\"month\" value=\"{month}\">\
         <label for=\"w-{receipt}\">{}</label><textarea id=\"w-{receipt}\" name=\"words\" rows=\"3\" maxlength=\"1000\">{}</textarea>\
         <label class=\"tick\"><input type=\"checkbox\" name=\"shown\" value=\"all\"{all}> <span>{}</span></label>\
         <div class=\"buttons\"><button name=\"do\" value=\"say\">{}</button>{read}{forget}</div></form></section>\n",
        said::about(words, site, item.voice),
        said::quoted(item.voice),
        photos(item.voice, words, links),
        contact(item.voice, words),
        escape(&links.base),
        say("inbox.say"),
        escape(told),
        say("inbox.all"),
        say("inbox.send"),
    )
}

fn photos(voice: &Voice, words: &Words, links: &Links) -> String {
    if voice.photos.is_empty() {
        return String::new();
    }
    let photos = voice.photos.iter().zip(1_u32..).map(|(hash, at)| {
        let address = format!("{}results/photo/{}", escape(&links.base), escape(hash));
        let name = escape(&words.fill("inbox.photo", &[&at.to_string()]));
        format!("<a href=\"{address}\"><img src=\"{address}\" alt=\"{name}\" loading=\"lazy\"></a>")
    });
    format!("<p class=\"photos\">{}</p>", photos.collect::<Vec<_>>().concat())
}

/// What was given to be reached by, and how long it is kept.
fn contact(voice: &Voice, words: &Words) -> String {
    if voice.contact.is_empty() {
        return String::new();
    }
    let all = voice.contact.iter().map(|(name, text)| {
        format!("<dt>{}</dt><dd>{}</dd>", escape(&words.get(&format!("contact.{name}"))), escape(text))
    });
    format!(
        "<dl class=\"contact\">{}</dl><p class=\"about\">{}</p>",
        all.collect::<Vec<_>>().concat(),
        escape(&words.get("inbox.reach"))
    )
}
