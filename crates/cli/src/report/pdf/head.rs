//! What stands above and below the figures of an administrative document.

use mot_cua_contract::Site;
use mot_cua_print::document::{Align, Block, Line, Tone};
use mot_cua_survey::figures::{Figures, Group, Month};

use super::words::Words;

/// Blank lines, for a name by hand.
const SIGNING: usize = 5;

pub(super) fn above(words: &Words, figures: &Figures, site: &Site, lang: &str) -> Vec<Block> {
    let middle = |tone, text: &str| Line { tone, align: Align::Middle, text: text.to_owned() };
    let above = site.name.get(lang).to_uppercase();
    let office = match site.units.as_slice() {
        [only] if only.name.get(lang) != site.name.get(lang) => {
            vec![middle(Tone::Plain, &above), middle(Tone::Strong, &only.name.get(lang).to_uppercase())]
        }
        _ => vec![middle(Tone::Strong, &above)],
    };
    let rule = middle(Tone::Rule, "");
    let office = office.into_iter().chain([rule.clone(), middle(Tone::Plain, words.get("number"))]).collect();
    let nation = [words.get("nation"), words.get("motto")].map(|text| middle(Tone::Strong, text));
    let nation: Vec<Line> = nation.into_iter().chain([rule]).collect();
    let month = month(words, figures);
    let mut blocks = vec![
        Block::Sides(office, nation),
        Block::Space(8.0),
        Block::Line(middle(Tone::Title, words.get("report"))),
        Block::Line(middle(Tone::Strong, &format!("{}, {month}", words.get("title")))),
        Block::Space(5.0),
    ];
    let of = figures.month();
    let (year, number) = (of.year().to_string(), format!("{:02}", of.number()));
    let mut facts = vec![words.fill("period", &[&last_day(of).to_string(), &number, &year])];
    if site.units.len() > 1 {
        let answered = site.units.iter().filter(|unit| {
            let group = Group::Unit(unit.id.clone());
            (0..figures.series().len()).any(|at| figures.tally(at, &group, of).is_some())
        });
        let [some, all] = [answered.count(), site.units.len()].map(|count| words.count(count as u64));
        facts.push(words.fill("units", &[&some, &all]));
    }
    blocks.extend(facts.into_iter().map(|fact| super::line(Tone::Plain, Align::Left, &fact)));
    blocks
}

pub(super) fn month(words: &Words, figures: &Figures) -> String {
    let month = figures.month();
    let name = (1..).zip(words.get("months").split(' ')).find(|(number, _)| *number == month.number());
    words.fill("month", &[name.map_or("", |(_, name)| name), &month.year().to_string()])
}

/// The place to sign, with place and date to be written by hand.
pub(super) fn below(words: &Words) -> Vec<Block> {
    let middle = |tone, text: &str| Line { tone, align: Align::Middle, text: text.to_owned() };
    let made = ["", words.get("made")].map(|text| middle(Tone::Strong, text));
    let made = made.into_iter().chain([middle(Tone::Plain, words.get("signed"))]);
    let head = [
        middle(Tone::Plain, words.get("date")),
        middle(Tone::Strong, words.get("head")),
        middle(Tone::Plain, words.get("sealed")),
    ];
    let room = vec![middle(Tone::Strong, ""); SIGNING];
    let head = head.into_iter().chain(room).collect();
    vec![Block::Space(8.0), Block::Sides(made.collect(), head)]
}

fn last_day(month: Month) -> u32 {
    match month.number() {
        2 if month.year().is_multiple_of(4)
            && (!month.year().is_multiple_of(100) || month.year().is_multiple_of(400)) =>
        {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
