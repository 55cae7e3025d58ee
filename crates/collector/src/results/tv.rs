//! For a screen in the hall, read from five metres: the latest closed month, what was praised, what was done. Nothing moves.

use mot_cua_contract::Site;
use mot_cua_survey::figures::Share;

use super::escape;
use super::frame::{self, Kind};
use super::open::{Told, praised, said};
use super::words::Words;

/// So much of what was done fits on a screen.
const MOST: usize = 2;

/// A whole page.
pub fn tv(told: &Told, unit: &str, site: &Site, lang: &str) -> String {
    let words = Words::of(lang);
    let name = site.unit(unit).map_or_else(|| site.name.get(words.lang), |unit| unit.name.get(words.lang));
    let head = format!("<p class=\"office\">{}</p>", escape(name));
    let main = match told.latest() {
        None => format!(
            "<h1>{}</h1><p class=\"none\">{}</p>\n",
            escape(&words.get("open.title")),
            escape(&words.get("open.nothing"))
        ),
        Some((month, ratings)) => {
            let title = escape(&words.fill("tv.title", &[&words.month(month)]));
            let n = words.count(ratings.n);
            let number = match ratings.share().and_then(Share::figure) {
                Some(figure) => format!(
                    "<p class=\"number\"><b>{}</b>&nbsp;%</p><p class=\"says\">{}</p>",
                    words.decimal(figure.value),
                    escape(&words.fill("tv.says", &[&n, &words.span(figure.interval)]))
                ),
                None => format!("<p class=\"says\">{}</p>", escape(&words.fill("open.only", &[&n]))),
            };
            format!(
                "<h1>{title}</h1><div class=\"two\"><section>{number}</section><section>{}</section></div>\n",
                praised(&words, ratings)
            )
        }
    };
    let main = main + &said(&words, &told.said, MOST);
    let thanks = format!("<p class=\"thanks\">{}</p>\n", escape(&words.get("tv.thanks")));
    frame::page(Kind::Wall, words.lang, name, &head, &(main + &thanks))
}
