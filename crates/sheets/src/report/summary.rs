//! The index, its factors, what has changed, and what people named.

use mot_cua_contract::Site;
use mot_cua_survey::figures::{Change, FEW, Figures, Group, Shape, Share};

use super::Part;
use super::sheet::{Cell, Look, Sheet};
use super::words::Words;

pub(super) fn sheet(part: &Part) -> Sheet {
    let words = &part.words;
    let mut sheet = part.sheet("summary");
    sheet.heads([(words.get("what"), 60.0)]);
    sheet.figure_heads(words, "share");
    if part.all.n < FEW {
        sheet.row(Look::Strong, [Cell::text(words.get("few"))]);
        return sheet;
    }
    for measure in &part.series.measures {
        let name = if part.series.measures.len() == 1 { words.get("index") } else { &measure.index.name };
        let index = part.all.index(measure, &part.series.columns);
        sheet.row(Look::Strong, [Cell::text(name), Cell::Figure(index)]);
        // A single factor is the index.
        let factors = Some(measure.index.factors.as_slice()).filter(|factors| factors.len() > 1);
        for (at, factor) in factors.unwrap_or_default().iter().enumerate() {
            let figure = part.all.factor(measure, at, &part.series.columns);
            let label = part.series.factor_words(factor, part.lang);
            sheet.row(Look::Plain, [Cell::text(label), Cell::Figure(figure)]);
        }
    }
    for (key, ago) in [("lastMonth", 1), ("lastYear", 12)] {
        sheet.row(Look::Plain, change(part, key, ago));
    }
    if let Some(share) = promise(part) {
        let figure = share.figure().filter(|figure| figure.n >= FEW);
        let says = figure.map_or_else(|| Cell::text(words.get("few")), |figure| Cell::Figure(Some(figure)));
        sheet.row(Look::Strong, [Cell::text(words.get("promise")), says]);
    }
    for column in part.series.shaped(Shape::Several).filter(|column| part.all.answered(column) > 0) {
        sheet.row(Look::Strong, [Cell::text(column.words(part.lang))]);
        let mut named: Vec<_> = column.values.iter().zip(part.all.values(column)).collect();
        named.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (choice, count) in named {
            let share = Share { good: count, n: part.all.n };
            sheet.row(Look::Plain, [Cell::text(choice.words(part.lang)), Cell::Figure(share.figure())]);
        }
    }
    // Where no words are asked for, nobody "wrote 0 times".
    if let Some(wrote) = part.series.shaped(Shape::Words).map(|column| part.all.answered(column)).max() {
        sheet.row(Look::Plain, [Cell::text(words.get("words")), Cell::People(wrote)]);
    }
    let doubts = part.figures.doubts().unknown_version;
    if doubts > 0 {
        sheet.row(Look::Plain, [Cell::text(words.get("unknownVersion")), Cell::People(doubts)]);
    }
    sheet.foot = Some(words.get("interval").to_owned());
    sheet
}

/// Nobody answered anything.
pub(super) fn nothing(words: &Words, figures: &Figures, site: &Site, lang: &str) -> Sheet {
    let about = format!("{} · {} {}", site.name.get(lang), words.get("month"), figures.month());
    let mut sheet = Sheet::new("summary", words, vec![about]);
    sheet.heads([(words.get("what"), 60.0)]);
    sheet.row(Look::Strong, [Cell::text(words.get("noData"))]);
    let doubts = figures.doubts().unknown_version;
    if doubts > 0 {
        sheet.row(Look::Plain, [Cell::text(words.get("unknownVersion")), Cell::Count(doubts)]);
    }
    sheet
}

fn change(part: &Part, key: &str, ago: u32) -> Vec<Cell> {
    let (points, says) = match part.figures.change(part.at, &Group::All, ago) {
        Change::Sure(points) => (Cell::Points(points), "sure"),
        Change::Unsure(points) => (Cell::Points(points), "unsure"),
        Change::Break => (Cell::Blank, "break"),
        Change::NoData => (Cell::Blank, "noData"),
    };
    let label = format!("{} ({})", part.words.get(key), part.words.get(says));
    vec![Cell::text(label), points]
}

fn promise(part: &Part) -> Option<Share> {
    part.series.promise_kept(part.all).filter(|share| share.n > 0)
}
