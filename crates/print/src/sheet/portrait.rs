//! A4 and A5, upright: a door with a coloured arch, one thing to do, one code.

use mot_cua_contract::Purpose;

use super::brow::{Brow, Sizes};
use super::{code, faces};
use crate::font::{Fonts, Weight};
use crate::ink::{self, GROUND, INK, SOFT};
use crate::page::{Mark, Panel};
use crate::poster::{Letters, Lines, Part, Poster, Wrong};
use crate::shape::Frame;
use crate::text::{Align, Block, Style, fit};

/// All in millimetres of an A4.
const SHEET: (f32, f32) = (210.0, 297.0);
const EDGE: f32 = 8.0;
/// What letters may take of the door's 194 mm.
const COLUMN: f32 = 174.0;
/// The card of the code, quiet zone included: on an A5 a code of 60 mm still.
const LEAST_CODE: f32 = 108.0;
const MOST_CODE: f32 = 126.0;
/// Below half their size letters are not for a wall.
const LEAST_LETTERS: f32 = 0.5;

/// What stands in the column, from the top down.
enum Item {
    Letters(Block),
    Faces(f32),
    Code,
}

/// `k`: how large the sheet is, as a part of A4. Letters give way until the code is large enough.
pub(super) fn panel(poster: &Poster, fonts: &Fonts, k: f32) -> Result<Panel, Wrong> {
    let mut letters = 1.0;
    loop {
        match try_panel(poster, fonts, k, letters) {
            Ok((panel, side)) if side >= LEAST_CODE * k => return Ok(panel),
            Err(wrong) if letters < LEAST_LETTERS => return Err(wrong),
            Ok(_) if letters < LEAST_LETTERS => return Err(Wrong::Long { part: longest(poster) }),
            _ => letters *= 0.96,
        }
    }
}

/// What to shorten.
fn longest(poster: &Poster) -> Part {
    let length = |lines: &Lines| lines.first().map_or(0, |line| line.chars().count());
    if length(&poster.office) > length(&poster.desk) { Part::Office } else { Part::Desk }
}

/// With the side of the code's card.
fn try_panel(poster: &Poster, fonts: &Fonts, k: f32, letters: f32) -> Result<(Panel, f32), Wrong> {
    let accent = ink::of(poster.purpose);
    let (x, width) = (EDGE * k, (SHEET.0 - 2.0 * EDGE) * k);
    let foot = (SHEET.1 - EDGE) * k;
    let arch = Frame { x, y: EDGE * k, w: width, h: foot - EDGE * k, above: 46.0 * k, below: 9.0 * k };
    let large = poster.letters == Letters::Large;
    let languages = if large { 1 } else { usize::MAX };
    let s = k * letters;
    let sizes = if large {
        Sizes { office: 9.4 * s, desk: 14.0 * s, second: 6.2 * s }
    } else {
        Sizes { office: 7.6 * s, desk: 12.0 * s, second: 5.6 * s }
    };
    let brow = Brow::new(poster, fonts, 152.0 * k, sizes, languages)?;
    let above = 11.0 * k;
    let brow_height = above + brow.height() + 6.0 * k;
    let head = Frame { h: brow_height, below: 0.0, ..arch };
    let mut marks = vec![Mark::Fill(arch.shape(), GROUND), Mark::Fill(head.shape(), accent)];
    marks.push(Mark::Stroke(arch.shape(), accent, 1.2 * k));
    marks.extend(brow.place(fonts, (29.0 * k, EDGE * k + above), 152.0 * k, Align::Middle));

    let items = items(poster, fonts, k, letters)?;
    let top = EDGE * k + brow_height;
    let bottom = foot;
    let taken: f32 = items.iter().map(|(item, gap)| gap * s + height(item)).sum();
    // Air above the first, below the last, and a little between all.
    let room = bottom - top - taken - 12.0 * k;
    let side = room.min(MOST_CODE * k);
    let air = (room - side) / crate::page::count(items.len() + 1);
    let left = (SHEET.0 - COLUMN) / 2.0 * k;
    let middle = |wide: f32| (SHEET.0 * k - wide) / 2.0;
    let mut y = top + 6.0 * k + air;
    for (item, gap) in items {
        match item {
            Item::Letters(block) => {
                marks.extend(block.place(fonts, (left, y), COLUMN * k, Align::Middle));
                y += block.height();
            }
            Item::Faces(size) => {
                marks.extend(faces::row((middle(faces::width(size)), y), size));
                y += size;
            }
            Item::Code => {
                marks.extend(code::card(poster, (middle(side), y), side.max(1.0))?);
                y += side;
            }
        }
        y += gap * s + air;
    }
    Ok((Panel { width: SHEET.0 * k, height: SHEET.1 * k, marks, ..Panel::default() }, side))
}

/// Each with the gap below it.
fn items(poster: &Poster, fonts: &Fonts, k: f32, letters: f32) -> Result<Vec<(Item, f32)>, Wrong> {
    let accent = ink::of(poster.purpose);
    let large = poster.letters == Letters::Large;
    let s = k * letters * if large { 1.3 } else { 1.0 };
    let mut items: Vec<(Item, f32)> = Vec::new();
    // The first language, then the others, half as large and close to it.
    let say =
        |items: &mut Vec<(Item, f32)>, lines: &[String], (part, size, gap): (Part, f32, f32), weight, ink| {
            for (at, line) in lines.iter().enumerate().take(if large { 1 } else { usize::MAX }) {
                let style = if at == 0 {
                    Style { size: size * s, weight, ink }
                } else {
                    Style { size: (size * 0.56).max(4.6) * s, weight: Weight::Regular, ink: SOFT }
                };
                let block = fit(fonts, line, style, COLUMN * k, 2).ok_or(Wrong::Long { part })?;
                if at > 0
                    && let Some((_, before)) = items.last_mut()
                {
                    *before = 0.4;
                }
                items.push((Item::Letters(block), gap));
            }
            Ok::<(), Wrong>(())
        };
    let words = &poster.words;
    let first = |lines: &Lines| lines.iter().take(1).cloned().collect::<Lines>();
    say(&mut items, &words.headline, (Part::Headline, 14.5, 3.0), Weight::Bold, accent)?;
    if poster.purpose == Purpose::Rate {
        items.push((Item::Faces(20.0 * k * letters), 3.0));
    }
    say(&mut items, &words.how, (Part::Words, 7.2, 3.0), Weight::Regular, INK)?;
    items.push((Item::Code, 2.0));
    say(&mut items, &words.scan, (Part::Words, 8.0, 2.6), Weight::Bold, INK)?;
    say(&mut items, &first(&words.or), (Part::Words, 4.8, 0.0), Weight::Regular, SOFT)?;
    say(&mut items, std::slice::from_ref(&poster.readable), (Part::Address, 7.0, 0.4), Weight::Bold, accent)?;
    say(&mut items, &first(&words.same), (Part::Words, 5.0, 2.4), Weight::Regular, INK)?;
    say(&mut items, &words.call, (Part::Call, 6.4, 2.0), Weight::Bold, INK)?;
    if !large {
        say(&mut items, &first(&words.free), (Part::Words, 5.0, 0.0), Weight::Regular, SOFT)?;
    }
    Ok(items)
}

fn height(item: &Item) -> f32 {
    match item {
        Item::Letters(block) => block.height(),
        Item::Faces(size) => *size,
        Item::Code => 0.0,
    }
}
