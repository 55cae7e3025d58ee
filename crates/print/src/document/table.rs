//! A table into rows that are not torn.

mod widths;

use std::rc::Rc;

use super::letters::Letters;
use super::pieces::{Keep, LEAD, Piece, indent, style};
use super::wrap::wrap;
use super::{BODY, Column, LEFT, Table, Tone};
use crate::font::Weight;
use crate::ink::{INK, Ink};
use crate::page::{Mark, Text};
use crate::shape::Shape;
use crate::text::Align;

const HEAD: Ink = Ink(0xe2, 0xef, 0xe9);
const STRONG: Ink = Ink(0xfa, 0xf6, 0xee);
const RULE: Ink = Ink(0x85, 0x78, 0x60);
const THIN: f32 = 0.15;
/// Between a rule and letters.
pub(super) const SIDE: f32 = 0.9;
const ABOVE: f32 = 0.8;
/// Of a table's letters, those of its heads.
const HEADS: f32 = 0.94;

/// Of one cell: its corner and width, its lines.
struct Slot {
    x: f32,
    width: f32,
    align: Align,
    lines: Vec<String>,
}

#[derive(Clone, Copy)]
struct Look {
    size: f32,
    weight: Weight,
    ground: Option<Ink>,
    /// `None`: as each column says.
    align: Option<Align>,
}

pub(super) fn pieces(table: &Table, letters: &mut Letters) -> Vec<Piece> {
    let (size, widths) = widths::of(table, letters);
    let most = lines_that_fit(size, BODY * 0.6);
    let heads: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
    let look =
        Look { size: size * HEADS, weight: Weight::Bold, ground: Some(HEAD), align: Some(Align::Middle) };
    let head = slots(&table.columns, &heads, (&widths, look), letters);
    let mut pieces = Vec::new();
    // Heads as high as that would leave no room for what they are of.
    let high = tallest(&head) > lines_that_fit(size, BODY / 3.0);
    let mut first = chunks(&head, look, most, letters);
    let repeated = if high || first.len() > 1 { None } else { first.pop().map(Rc::new) };
    pieces.extend(first);
    if let Some(head) = &repeated {
        pieces.push(Piece { keep: Keep::WithNext, ..Piece::clone(head) });
    }
    for (row, at) in table.rows.iter().zip(1..) {
        let (_, weight, _) = style(row.tone);
        let ground = Some(STRONG).filter(|_| row.tone == Tone::Strong);
        let look = Look { size, weight, ground, align: None };
        let row_slots = slots(&table.columns, &row.cells, (&widths, look), letters);
        for piece in chunks(&row_slots, look, most, letters) {
            // It is of what follows.
            let is_of_next = row.tone == Tone::Strong && at < table.rows.len();
            let keep = if is_of_next { Keep::WithNext } else { Keep::Alone };
            pieces.push(Piece { head: repeated.clone(), keep, ..piece });
        }
    }
    pieces
}

fn lines_that_fit(size: f32, height: f32) -> usize {
    // At least one: no letters are as high as a page.
    (1..200).take_while(|count| crate::page::count(*count) * size * LEAD < height).last().unwrap_or(1)
}

fn slots(
    columns: &[Column],
    cells: &[String],
    (widths, look): (&[f32], Look),
    letters: &mut Letters,
) -> Vec<Slot> {
    let mut x = LEFT;
    let mut all = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        let is_last = at + 1 == cells.len();
        let spanned = if is_last { widths.len() } else { 1 };
        let width: f32 = widths.iter().skip(at).take(spanned).sum();
        let text = cells.get(at).map_or("", String::as_str);
        let lines = wrap(letters, text, look.weight, look.size, (width - 2.0 * SIDE).max(0.5));
        let spans = is_last && at + 1 < columns.len();
        let align = look.align.unwrap_or(if spans { Align::Left } else { column.align });
        all.push(Slot { x, width, align, lines });
        x += width;
        if is_last {
            break;
        }
    }
    all
}

fn tallest(slots: &[Slot]) -> usize {
    slots.iter().map(|one| one.lines.len()).max().unwrap_or_default()
}

/// The row; of one higher than `most` lines, so many lines after the other.
fn chunks(slots: &[Slot], look: Look, most: usize, letters: &Letters) -> Vec<Piece> {
    let tall = tallest(slots);
    let parts = (0..tall).step_by(most.max(1));
    parts.map(|from| part(slots, look, (from, most.min(tall - from)), letters)).collect()
}

fn part(slots: &[Slot], look: Look, (from, count): (usize, usize), letters: &Letters) -> Piece {
    let Look { size, weight, ground, align } = look;
    let height = crate::page::count(count) * size * LEAD + 2.0 * ABOVE;
    let mut marks = Vec::new();
    for one in slots {
        let frame = Shape::oblong((one.x, 0.0), (one.width, height));
        marks.extend(ground.map(|ground| Mark::Fill(frame.clone(), ground)));
        marks.push(Mark::Stroke(frame, RULE, THIN));
    }
    for one in slots {
        let mut y = ABOVE + size * 1.05;
        if align.is_some() {
            y += crate::page::count(count.saturating_sub(one.lines.len())) * size * LEAD / 2.0;
        }
        for text in one.lines.iter().skip(from).take(count).filter(|text| !text.is_empty()) {
            let free = one.width - 2.0 * SIDE - letters.width(weight, size, text);
            let x = one.x + SIDE + indent(one.align, free);
            marks.push(Mark::Text(Text { x, y, size, weight, ink: INK, text: text.clone() }));
            y += size * LEAD;
        }
    }
    Piece { height, marks, ..Piece::default() }
}
