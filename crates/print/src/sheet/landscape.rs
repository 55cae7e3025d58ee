//! One face of a table tent, and a sticker: the code on the left, the words on the right.

use mot_cua_contract::Purpose;

use super::brow::{Brow, Sizes};
use super::{code, faces};
use crate::font::{Fonts, Weight};
use crate::ink::{self, GROUND, INK, LINE, SOFT};
use crate::page::{Mark, Panel};
use crate::poster::{Letters, Lines, Part, Poster, Wrong};
use crate::shape::{Frame, Shape};
use crate::text::{Align, Block, Style, fit};

/// Millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wide {
    pub(super) width: f32,
    pub(super) height: f32,
    /// How large letters and gaps are, as a part of a tent's.
    pub(super) letters: f32,
    pub(super) room: Room,
    /// Side of the code's card.
    pub(super) least_code: f32,
}

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// All.
    Tent,
    /// In the first language, and no more than what to do and where.
    Sticker,
}

/// How much smaller the words on the right may become.
const LEAST: f32 = 0.55;

/// What stands in the column on the right.
enum Item {
    Letters(Block),
    Faces(f32),
}

/// Letters above and below give way until the code is large enough.
pub(super) fn panel(poster: &Poster, fonts: &Fonts, wide: Wide) -> Result<Panel, Wrong> {
    let mut letters = 1.0;
    loop {
        match try_panel(poster, fonts, wide, letters) {
            Ok((panel, side)) if side >= wide.least_code => return Ok(panel),
            Err(wrong) if letters < LEAST => return Err(wrong),
            Ok(_) if letters < LEAST => return Err(Wrong::Long { part: Part::Desk }),
            _ => letters *= 0.95,
        }
    }
}

/// With the side of the code's card.
fn try_panel(poster: &Poster, fonts: &Fonts, wide: Wide, letters: f32) -> Result<(Panel, f32), Wrong> {
    let k = wide.letters;
    let accent = ink::of(poster.purpose);
    let edge = if wide.room == Room::Tent { 7.0 } else { 0.4 };
    let (w, h) = (wide.width - 2.0 * edge, wide.height - 2.0 * edge);
    let card = Frame { x: edge, y: edge, w, h, above: 9.0 * k, below: 9.0 * k };
    let grown = poster.letters == Letters::Large && wide.room == Room::Tent;
    let languages = if wide.room == Room::Sticker || grown { 1 } else { usize::MAX };
    let s = k * letters * if grown { 1.25 } else { 1.0 };
    let pad = 8.0 * k;
    let sizes = Sizes { office: 5.6 * s, desk: 8.6 * s, second: 4.6 * s };
    let brow = Brow::new(poster, fonts, w - 2.0 * pad, sizes, languages)?;
    let brow_height = brow.height() + 5.0 * k;
    let head = Frame { h: brow_height, below: 0.0, ..card };
    let mut marks = vec![Mark::Fill(card.shape(), GROUND), Mark::Fill(head.shape(), accent)];
    marks.push(Mark::Stroke(card.shape(), accent, 1.1 * k));
    marks.extend(brow.place(fonts, (edge + pad, edge + 2.0 * k), w - 2.0 * pad, Align::Middle));

    // Below, over the whole width: the address, and that it must be the same on the phone.
    let mut below = Vec::new();
    let across = w - 2.0 * pad;
    let mut say = |line: &str, part, size: f32, weight, ink| {
        let style = Style { size: size * k * letters.max(0.8), weight, ink };
        below.push(fit(fonts, line, style, across, 2).ok_or(Wrong::Long { part })?);
        Ok::<(), Wrong>(())
    };
    say(&poster.readable, Part::Address, 6.0, Weight::Bold, accent)?;
    if let Some(same) = poster.words.same.first() {
        say(same, Part::Words, 4.6, Weight::Regular, INK)?;
    }
    let below_height: f32 = below.iter().map(Block::height).sum();
    let mut y = edge + h - 3.0 * k - below_height;
    let top = edge + brow_height + 4.0 * k;
    let side = (y - 2.0 * k - top).min(w * 0.47);
    for block in below {
        marks.extend(block.place(fonts, (edge + pad, y), across, Align::Middle));
        y += block.height();
    }
    let left = edge + pad * 0.75;
    marks.extend(code::card(poster, (left, top), side.max(1.0))?);
    let column = left + side + 6.0 * k;
    let width = edge + w - pad * 0.8 - column;
    if side >= wide.least_code {
        marks.extend(words(poster, fonts, wide, ((column, top), (width, side)), languages)?);
    }
    Ok((Panel { width: wide.width, height: wide.height, marks, ..Panel::default() }, side))
}

/// In a box, spread over its height.
fn words(
    poster: &Poster,
    fonts: &Fonts,
    wide: Wide,
    ((x, y), (width, height)): ((f32, f32), (f32, f32)),
    languages: usize,
) -> Result<Vec<Mark>, Wrong> {
    let mut enlarge = if poster.letters == Letters::Large { 1.3 } else { 1.0 };
    loop {
        let items = match items(poster, fonts, wide, width, (languages, enlarge)) {
            Err(_) if enlarge > LEAST => {
                enlarge *= 0.95;
                continue;
            }
            items => items?,
        };
        let tall = |(item, gap): &(Item, f32)| {
            gap + match item {
                Item::Letters(block) => block.height(),
                Item::Faces(size) => *size,
            }
        };
        let free = height - items.iter().map(tall).sum::<f32>();
        if free < 0.0 {
            enlarge *= 0.95;
            if enlarge < LEAST {
                return Err(Wrong::Long { part: Part::Headline });
            }
            continue;
        }
        let air = free / crate::page::count(items.len().max(1));
        let mut marks = Vec::new();
        let mut y = y + air / 2.0;
        for (item, gap) in items {
            match item {
                Item::Letters(block) => {
                    marks.extend(block.place(fonts, (x, y), width, Align::Left));
                    y += block.height();
                }
                Item::Faces(size) => {
                    marks.extend(faces::row((x, y), size));
                    y += size;
                }
            }
            // A second language stays close to the first.
            y += gap + if gap > 0.5 { air } else { 0.0 };
        }
        return Ok(marks);
    }
}

/// Each with the gap below it.
fn items(
    poster: &Poster,
    fonts: &Fonts,
    wide: Wide,
    width: f32,
    (languages, enlarge): (usize, f32),
) -> Result<Vec<(Item, f32)>, Wrong> {
    let k = wide.letters * enlarge;
    let accent = ink::of(poster.purpose);
    let mut items: Vec<(Item, f32)> = Vec::new();
    let say = |items: &mut Vec<(Item, f32)>, lines: &Lines, part, size: f32, weight, ink, most| {
        let all = lines.len().min(languages);
        for (at, line) in lines.iter().take(languages).enumerate() {
            let style = if at == 0 {
                Style { size: size * k, weight, ink }
            } else {
                Style { size: (size * 0.56).max(4.0) * k, weight: Weight::Regular, ink: SOFT }
            };
            let block = fit(fonts, line, style, width, most).ok_or(Wrong::Long { part })?;
            items.push((Item::Letters(block), if at + 1 == all { 2.0 * k } else { 0.4 * k }));
        }
        Ok::<(), Wrong>(())
    };
    let words = &poster.words;
    say(&mut items, &words.headline, Part::Headline, 10.5, Weight::Bold, accent, 3)?;
    if poster.purpose == Purpose::Rate {
        let size = (width / faces::width(1.0)).min(15.0 * k);
        items.push((Item::Faces(size), 2.0 * k));
    }
    say(&mut items, &words.how, Part::Words, 6.0, Weight::Regular, INK, 4)?;
    if wide.room == Room::Tent {
        say(&mut items, &words.scan, Part::Words, 6.0, Weight::Bold, INK, 3)?;
    }
    say(&mut items, &words.call, Part::Call, 5.4, Weight::Bold, INK, 2)?;
    Ok(items)
}

/// Where a tent is folded: short lines at both edges.
pub(super) fn fold(width: f32, y: f32) -> Panel {
    let tick = |from: f32, to: f32| Mark::Stroke(Shape::line((from, y), (to, y)), LINE, 0.4);
    Panel { width, height: y, marks: vec![tick(0.0, 6.0), tick(width - 6.0, width)], ..Panel::default() }
}
