//! The leader's page: the index of the month, the line over months, factors, counters, units, reasons.

use mot_cua_contract::Site;
use mot_cua_survey::figures::{Change, FEW, Figure, Figures, Group, Series, Shape, Share, Tally};

use super::bars::{Row, table};
use super::frame::Kind;
use super::nav::Links;
use super::voices::Voice;
use super::words::Words;
use super::{escape, frame, line, said as voices};

mod dossiers;
mod groups;
mod matrices;

/// Of what people wrote, so much stands on this page; all of it in the inbox.
const FIRST: usize = 10;

struct Leaf<'a> {
    words: &'a Words,
    figures: &'a Figures,
    site: &'a Site,
    at: usize,
    series: &'a Series,
    all: &'a Tally,
}

/// A whole page, of the month that the figures are of. `lang`: `vi` or `en`. `voices`: what people wrote, for whoever may read it.
/// `desk`: where it is served, what leads on from it.
pub fn leader(figures: &Figures, site: &Site, lang: &str, voices: &[Voice], desk: Option<&Links>) -> String {
    let words = Words::of(lang);
    let title = words.fill("title", &[&words.month(figures.month())]);
    let office = site.name.get(words.lang);
    let nav = desk.map_or_else(String::new, |links| links.nav(&words, figures.month()));
    let head = format!("{nav}<p class=\"office\">{}</p><h1>{}</h1>", escape(office), escape(&title));
    let mut main = String::new();
    for (at, series) in figures.series().iter().enumerate() {
        let Some(all) = figures.tally(at, &Group::All, figures.month()) else { continue };
        main += &Leaf { words: &words, figures, site, at, series, all }.html();
    }
    if main.is_empty() {
        main = format!("<p class=\"none\">{}</p>", escape(&words.get("nobody")));
    }
    main += &dossiers::section(&words, figures, site);
    main += &voices::latest(&words, site, voices, FIRST);
    let notes = ["note.interval", "note.few", "note.month", "note.compare"]
        .map(|key| format!("<li>{}</li>", escape(&words.get(key))));
    let doubts = figures.doubts().unknown_version;
    let unknown = if doubts > 0 {
        format!("<li>{}</li>", escape(&words.fill("note.unknown", &[&words.count(doubts)])))
    } else {
        String::new()
    };
    let notes = format!(
        "<section class=\"notes\"><h2>{}</h2><ul>{}{}{unknown}</ul></section>\n",
        escape(&words.get("notes")),
        notes.concat(),
        words.merged(site, None),
    );
    // On paper only: who made the report and who answers for it.
    let sign = ["sign.made", "sign.head"].map(|key| format!("<p>{}</p>", escape(&words.get(key))));
    let sign = format!("<div class=\"sign\">{}</div>\n", sign.concat());
    let kind = if desk.is_some() { Kind::Form } else { Kind::Still };
    frame::page(kind, words.lang, &format!("{title} · {office}"), &head, &(main + &notes + &sign))
}

impl Leaf<'_> {
    fn html(&self) -> String {
        if self.all.n < FEW {
            return format!("<p class=\"none\">{}</p>\n", escape(&self.words.get("few")));
        }
        let line = self
            .series
            .comparable
            .as_ref()
            .map(|_| line::section(self.words, &self.figures.line(self.at, &Group::All), "noData"));
        let cards = [self.factors(), self.levels(), self.groups(), self.reasons()].concat();
        let (line, matrices) = (line.unwrap_or_default(), self.matrices());
        format!("{}{line}{matrices}<div class=\"cards\">{cards}</div>\n", self.headline())
    }

    fn headline(&self) -> String {
        let words = self.words;
        let Some(measure) = self.series.measures.first() else { return String::new() };
        let survey = self.series.title.as_ref().map_or("", |title| title.get(words.lang));
        let body = match self.all.index(measure, &self.series.columns) {
            Some(index) => format!(
                "<p class=\"number\"><b>{}</b> %</p><p class=\"says\">{}</p></div><div>{}{}",
                words.decimal(index.value),
                escape(&words.fill("headline", &[&words.count(index.n), &words.span(index.interval)])),
                self.change("lastMonth", 1),
                self.change("lastYear", 12),
            ),
            None => format!("<p class=\"number\">{}</p></div><div>", escape(&words.get("noData"))),
        };
        format!(
            "<section class=\"headline\"><div><h2>{}</h2><p class=\"survey\">{}</p>{body}{}</div></section>\n",
            escape(&words.get("index")),
            escape(survey),
            self.more()
        )
    }

    fn change(&self, since: &str, ago: u32) -> String {
        let words = self.words;
        let (key, points) = match self.figures.change(self.at, &Group::All, ago) {
            Change::Sure(points) if points > 0.0 => ("change.up", points),
            Change::Sure(points) => ("change.down", points),
            Change::Unsure(points) => ("change.unsure", points),
            Change::Break => ("change.break", 0.0),
            Change::NoData => ("change.noData", 0.0),
        };
        let signed = if points > 0.0 { "+" } else { "" };
        let number = match key {
            "change.unsure" => format!("{signed}{}", words.decimal(points)),
            _ => words.decimal(points.abs()),
        };
        let since = words.fill(since, &[&words.month(self.figures.month().before(ago))]);
        format!(
            "<p class=\"{}\"><b>{}</b> {}</p>",
            key.replace('.', " "),
            escape(&since),
            escape(&words.fill(key, &[&number]))
        )
    }

    /// Promise kept, and how many wrote something.
    fn more(&self) -> String {
        let words = self.words;
        let kept =
            self.series.promise_kept(self.all).and_then(Share::figure).filter(|figure| figure.n >= FEW);
        let kept = kept.map_or_else(String::new, |Figure { value, interval, n }| {
            let says =
                words.fill("promise", &[&words.decimal(value), &words.span(interval), &words.count(n)]);
            format!("<p class=\"change\">{}</p>", escape(&says))
        });
        let wrote = self
            .series
            .shaped(Shape::Words)
            .map(|column| self.all.answered(column))
            .max()
            .unwrap_or_default();
        let wrote = if wrote > 0 {
            format!("<p class=\"change\">{}</p>", escape(&words.fill("wrote", &[&words.count(wrote)])))
        } else {
            String::new()
        };
        kept + &wrote
    }

    fn factors(&self) -> String {
        let of = self.series.measures.iter().filter(|measure| measure.index.factors.len() > 1);
        of.map(|measure| {
            let rows: Vec<Row> = measure
                .index
                .factors
                .iter()
                .enumerate()
                .filter_map(|(at, factor)| {
                    // A slot that the ward does not use is no row.
                    self.series
                        .columns
                        .iter()
                        .find(|column| factor.questions.iter().any(|name| column.is_scale_of(name)))?;
                    let figure = self.all.factor(measure, at, &self.series.columns);
                    Some(Row::of(self.series.factor_words(factor, self.words.lang), figure, self.words))
                })
                .collect();
            self.section("factors", &rows)
        })
        .collect()
    }

    /// How the one question was answered, where the index is of one.
    fn levels(&self) -> String {
        let Some(measure) = self.series.measures.first() else { return String::new() };
        let [factor] = measure.index.factors.as_slice() else { return String::new() };
        let [question] = factor.questions.as_slice() else { return String::new() };
        let Some(column) = self.series.column(question) else { return String::new() };
        let n = self.all.answered(column);
        let rows = column.values.iter().zip(self.all.values(column)).rev();
        let rows: Vec<Row> = rows
            .map(|(level, good)| {
                Row::of(&level.words(self.words.lang), Share { good, n }.figure(), self.words)
            })
            .collect();
        let rows = rows
            .into_iter()
            .zip(self.all.values(column).into_iter().rev())
            .map(|(row, count)| row.counted(count));
        self.section_of("levels", "shareOfAll", &rows.collect::<Vec<_>>())
    }

    /// Of everybody who answered: what they named.
    fn reasons(&self) -> String {
        let named = self.series.shaped(Shape::Several).filter(|column| self.all.answered(column) > 0);
        named
            .map(|column| {
                let mut rows: Vec<_> = column.values.iter().zip(self.all.values(column)).collect();
                rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
                let n = self.all.n;
                let rows = rows.into_iter().map(|(choice, good)| {
                    Row::of(&choice.words(self.words.lang), Share { good, n }.figure(), self.words)
                        .counted(good)
                });
                self.section_of("reasons", "shareOfAll", &rows.collect::<Vec<_>>())
            })
            .collect()
    }

    fn section(&self, key: &str, rows: &[Row]) -> String {
        self.section_of(key, "share", rows)
    }

    fn section_of(&self, key: &str, share: &str, rows: &[Row]) -> String {
        if rows.is_empty() {
            return String::new();
        }
        let words = self.words;
        format!(
            "<section class=\"{key}\">{}</section>\n",
            table(words, &words.get(key), &words.get(share), &words.get("people"), rows)
        )
    }
}
