//! The month's report to sign: the workbook's tables on A4, with the head of an administrative document (Decree 30/2020).

mod head;
mod table;
mod words;

use std::collections::BTreeSet;

use anyhow::Context as _;
use mot_cua_contract::Site;
use mot_cua_print::document::{Align, Block, Document, Line, Tone};
use mot_cua_print::{Fonts, pdf};
use mot_cua_sheets::report::{Cell, Chapter, Sheet, chapters};
use mot_cua_survey::figures::Figures;

use words::Words;

/// In the order in which a leader reads.
const ORDER: [&str; 10] = [
    "summary",
    "questions",
    "matrices",
    "units",
    "counters",
    "fields",
    "procedures",
    "ways",
    "dossiers",
    "months",
];

/// The file's bytes; on standard error, which letters it could not show.
pub(super) fn bytes(figures: &Figures, site: &Site, lang: &str) -> anyhow::Result<Vec<u8>> {
    let fonts = Fonts::new().context("cannot draw letters")?;
    let document = document(figures, site, lang);
    let laid = document.lay(&fonts);
    tell(&laid.missing);
    Ok(pdf(&laid.pages, &fonts, &document.title, lang))
}

fn tell(missing: &BTreeSet<char>) {
    if !missing.is_empty() {
        let letters: Vec<String> =
            missing.iter().take(20).map(|one| format!("U+{:04X}", u32::from(*one))).collect();
        eprintln!("the font lacks {}; ? stands for each", letters.join(", "));
    }
}

fn document(figures: &Figures, site: &Site, lang: &str) -> Document {
    let words = Words::of(lang);
    let mut blocks = head::above(&words, figures, site, lang);
    let chapters = chapters(figures, site, lang);
    if chapters.is_empty() {
        blocks.push(line(Tone::Strong, Align::Left, words.get("nobody")));
        let unknown = figures.doubts().unknown_version;
        if unknown > 0 {
            blocks.push(line(Tone::Plain, Align::Left, &words.fill("unknown", &[&words.count(unknown)])));
        }
    } else {
        // Places that were merged.
        let about =
            chapters.first().and_then(|chapter| chapter.sheets.first()?.about.get(2..)).unwrap_or_default();
        blocks.extend(about.iter().map(|about| line(Tone::Plain, Align::Left, about)));
        for of in chapters {
            blocks.extend(chapter(&words, of));
        }
        blocks.extend([Block::Space(4.0), line(Tone::Heading, Align::Left, words.get("notes"))]);
        blocks.push(line(Tone::Small, Align::Left, words.get("method")));
    }
    blocks.extend(head::below(&words));
    let month = head::month(&words, figures);
    let title = words.fill("running", &[&month, site.name.get(lang)]);
    Document { title, page: words.get("page").to_owned(), blocks }
}

fn chapter(words: &Words, chapter: Chapter) -> Vec<Block> {
    let title = words.fill("survey", &[&chapter.title]);
    let mut blocks = vec![Block::Space(3.0), line(Tone::Strong, Align::Left, &title)];
    let mut sheets = chapter.sheets;
    let Some(people) = chapter.people else {
        blocks.extend([
            Block::Space(2.0),
            line(Tone::Strong, Align::Left, words.get("few")),
            Block::Space(2.0),
        ]);
        return blocks;
    };
    let ways =
        sheets.iter().find(|sheet| sheet.key == "ways").map_or_else(Vec::new, |sheet| ways(words, sheet));
    let told = words.fill("people", &[&words.count(people), &ways.join("; ")]);
    blocks.push(line(Tone::Plain, Align::Left, &told));
    blocks.push(Block::Space(3.0));
    match chapter.index {
        Some(index) => {
            let value = format!("{} %", words.percent(index.value));
            blocks.push(line(Tone::Number, Align::Middle, &value));
            let [low, high] = [index.interval.low, index.interval.high].map(|end| words.percent(end));
            let says = words.fill("index", &[&low, &high, &words.count(index.n)]);
            blocks.push(line(Tone::Plain, Align::Middle, &says));
        }
        None => blocks.push(line(Tone::Strong, Align::Middle, words.get("noData"))),
    }
    sheets.retain(|sheet| sheet.key != "units" || sheet.rows.len() > 1);
    sheets.sort_by_key(|sheet| ORDER.iter().position(|key| *key == sheet.key));
    for (sheet, number) in sheets.into_iter().zip(1..) {
        blocks.push(Block::Space(5.0));
        blocks.push(line(Tone::Heading, Align::Left, &format!("{number}. {}", sheet.name)));
        blocks.push(Block::Table(table::table(words, &sheet)));
        if sheet.key == "units" {
            blocks.extend([Block::Space(1.0), line(Tone::Small, Align::Left, words.get("ties"))]);
        }
    }
    blocks
}

/// How many answered in which way, few people together.
fn ways(words: &Words, sheet: &Sheet) -> Vec<String> {
    let rows = sheet.rows.iter().filter_map(|(_, cells)| match cells.as_slice() {
        [Cell::Text(way), Cell::Figure(Some(figure)), ..] => {
            Some(format!("{way}: {}", words.count(figure.n)))
        }
        [Cell::Text(way), Cell::Text(few), ..] => Some(format!("{way}: {few}")),
        _ => None,
    });
    rows.collect()
}

fn line(tone: Tone, align: Align, text: &str) -> Block {
    Block::Line(Line { tone, align, text: text.to_owned() })
}
