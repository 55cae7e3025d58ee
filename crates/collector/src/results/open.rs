//! What everybody may see of one unit: closed months, never few people, and what the ward did about what was written.

use mot_cua_contract::Site;
use mot_cua_survey::figures::{Figure, Month, Point, Share};

use super::bars::{Row, table};
use super::frame::{self, Kind};
use super::publication::{Publication, Ratings};
use super::words::Words;
use super::{escape, line};
use crate::store::Said;

/// What was told of a unit.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Closed months, oldest first; the last is the latest that is closed.
    pub months: Vec<(Month, Publication)>,
    /// What the ward said to all.
    pub said: Vec<Said>,
}

/// So much of what was said.
const MOST_SAID: usize = 10;

impl Told {
    /// The latest month of which something was told, and that.
    pub(super) fn latest(&self) -> Option<(Month, &Ratings)> {
        self.months.iter().rev().find_map(|(month, told)| Some((*month, told.surveys.first()?)))
    }

    fn line(&self, survey: &str) -> Vec<(Month, Point)> {
        let figure =
            |told: &Publication| told.surveys.iter().find(|one| one.survey == survey)?.share()?.figure();
        let point = |told: &Publication| figure(told).map_or(Point::NoData, Point::Figure);
        let points = self.months.iter().map(|(month, told)| (*month, point(told)));
        // Before the first that was told there is nothing to miss.
        points.skip_while(|(_, point)| *point == Point::NoData).collect()
    }
}

impl Ratings {
    /// Levels 4 and 5. `None`: too few on one side to be told.
    pub(super) fn share(&self) -> Option<Share> {
        let good = match (self.levels, self.groups) {
            (Some([.., four, five]), _) => four + five,
            (None, Some([_, good])) => good,
            (None, None) => return None,
        };
        Some(Share { good, n: self.n })
    }
}

/// A whole page, as it is served by itself and in a portal's frame. `door`: where the desk goes in; `None`: not from here.
pub fn open(told: &Told, unit: &str, site: &Site, lang: &str, door: Option<&str>) -> String {
    let words = Words::of(lang);
    let name = site.unit(unit).map_or_else(|| site.name.get(words.lang), |unit| unit.name.get(words.lang));
    let title = words.get("open.title");
    let head = format!("<p class=\"office\">{}</p><h1>{}</h1>", escape(name), escape(&title));
    let main = match told.latest() {
        Some((month, ratings)) => figures(&words, told, month, ratings),
        None => format!("<p class=\"none\">{}</p>\n", escape(&words.get("open.nothing"))),
    };
    let notes = ["open.note.closed", "note.interval", "open.note.once"]
        .map(|key| format!("<li>{}</li>", escape(&words.get(key))));
    let notes = format!(
        "<section class=\"notes\"><h2>{}</h2><ul>{}{}</ul></section>\n",
        escape(&words.get("notes")),
        notes.concat(),
        words.merged(site, Some(unit)),
    );
    let way_in = door.map_or_else(String::new, |door| {
        format!("<p><a href=\"{}\">{}</a></p>\n", escape(door), escape(&words.get("open.door")))
    });
    let said = said(&words, &told.said, MOST_SAID);
    let main = [main, said, notes, way_in].concat();
    let kind = if door.is_none() { Kind::Framed } else { Kind::Still };
    frame::page(kind, words.lang, &format!("{title} · {name}"), &head, &main)
}

fn figures(words: &Words, told: &Told, month: Month, ratings: &Ratings) -> String {
    let month = words.month(month);
    let n = words.count(ratings.n);
    let number = match ratings.share().and_then(Share::figure) {
        Some(Figure { value, interval, .. }) => format!(
            "<p class=\"number\"><b>{}</b> %</p><p class=\"says\">{}</p>",
            words.decimal(value),
            escape(&words.fill("headline", &[&n, &words.span(interval)]))
        ),
        None => format!("<p class=\"says\">{}</p>", escape(&words.fill("open.only", &[&n]))),
    };
    let came = match ratings.came {
        Some(ways) => {
            words.fill("open.came", &ways.map(|way| words.count(way)).each_ref().map(String::as_str))
        }
        None => words.get("open.mixed"),
    };
    let number = format!("{number}<p class=\"says\">{}</p>", escape(&came));
    let title = escape(&words.fill("open.month", &[&month]));
    let headline = format!(
        "<section class=\"headline\"><div><h2>{title}</h2>{number}</div><div>{}</div></section>\n",
        praised(words, ratings)
    );
    let levels = ratings.levels.map_or_else(String::new, |levels| {
        let rows = [1, 2, 3, 4, 5].into_iter().zip(levels).rev().map(|(level, good)| {
            Row::of(&words.get(&format!("level.{level}")), Share { good, n: ratings.n }.figure(), words)
                .counted(good)
        });
        let people = words.get("people");
        let rows: Vec<Row> = rows.collect();
        let table = table(words, &words.get("levels"), &words.get("shareOfAll"), &people, &rows);
        format!("<section class=\"levels\">{table}</section>\n")
    });
    let points = told.line(&ratings.survey);
    // One point is no line.
    let line = if points.len() > 1 { line::section(words, &points, "open.few") } else { String::new() };
    headline + &line + &levels
}

/// What was praised, by name.
pub(super) fn praised(words: &Words, ratings: &Ratings) -> String {
    if ratings.praised.is_empty() {
        return String::new();
    }
    let items: Vec<String> =
        ratings.praised.iter().map(|text| format!("<li>{}</li>", escape(text.get(words.lang)))).collect();
    format!("<h2>{}</h2><ol class=\"praised\">{}</ol>", escape(&words.get("praised")), items.concat())
}

/// What was done about what was written.
pub(super) fn said(words: &Words, said: &[Said], most: usize) -> String {
    if said.is_empty() {
        return String::new();
    }
    let items: Vec<String> = said
        .iter()
        .take(most)
        .map(|said| {
            let about = words.fill("said.about", &[&words.day(&said.day), &said.receipt]);
            format!("<li><p>{}</p><p class=\"about\">{}</p></li>", escape(&said.words), escape(&about))
        })
        .collect();
    let (title, items) = (escape(&words.get("said")), items.concat());
    format!("<section class=\"voices\"><h2>{title}</h2><ol>{items}</ol></section>\n")
}
