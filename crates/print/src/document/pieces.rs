//! Blocks into pieces: what no page's end goes through.

use std::rc::Rc;

use super::letters::Letters;
use super::wrap::wrap;
use super::{Block, LEFT, Line, Tone, WIDTH, table};
use crate::font::Weight;
use crate::ink::{INK, Ink, SOFT};
use crate::page::{Mark, Text};
use crate::shape::Shape;
use crate::text::Align;

/// A strip of the page, its marks as if it stood at the top.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) height: f32,
    pub(super) marks: Vec<Mark>,
    pub(super) keep: Keep,
    /// What stands above it where a page begins with it.
    pub(super) head: Option<Rc<Piece>>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Keep {
    #[default]
    Alone,
    /// On the page of the next piece.
    WithNext,
    /// Air: nothing at the top of a page.
    Air,
}

/// From baseline to baseline, as a part of the size.
pub(super) const LEAD: f32 = 1.34;
/// Lines of a paragraph that is not torn.
const TOGETHER: usize = 8;
/// A rule with the air around it.
const RULE: f32 = 3.0;
/// Of the left one of two sides.
const NARROW: f32 = 66.0;

/// Size in millimetres, weight, ink.
pub(super) fn style(tone: Tone) -> (f32, Weight, Ink) {
    match tone {
        Tone::Number => (10.5, Weight::Bold, INK),
        Tone::Title => (5.0, Weight::Bold, INK),
        Tone::Heading => (4.2, Weight::Bold, INK),
        Tone::Strong => (3.7, Weight::Bold, INK),
        Tone::Plain => (3.7, Weight::Regular, INK),
        Tone::Small | Tone::Rule => (3.0, Weight::Regular, SOFT),
    }
}

pub(super) fn of(block: &Block, letters: &mut Letters) -> Vec<Piece> {
    match block {
        Block::Line(line) => {
            let strips = strips(line, letters, LEFT, WIDTH);
            let count = strips.len();
            let piece = |(at, (height, marks))| {
                let is_inside = at + 1 < count && count <= TOGETHER;
                let with_next = line.tone == Tone::Heading || is_inside;
                let keep = if with_next { Keep::WithNext } else { Keep::Alone };
                Piece { height, marks, keep, head: None }
            };
            strips.into_iter().enumerate().map(piece).collect()
        }
        Block::Sides(left, right) => sides(left, right, letters),
        Block::Table(table) => table::pieces(table, letters),
        Block::Space(height) => vec![Piece { height: *height, keep: Keep::Air, ..Piece::default() }],
    }
}

fn sides(left: &[Line], right: &[Line], letters: &mut Letters) -> Vec<Piece> {
    let mut of = |lines: &[Line], x, width| -> Vec<(f32, Vec<Mark>)> {
        lines.iter().flat_map(|line| strips(line, letters, x, width)).collect()
    };
    let (left, right) = (of(left, LEFT, NARROW), of(right, LEFT + NARROW, WIDTH - NARROW));
    let count = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let piece = |at| {
        let (mut height, mut marks) = left.next().unwrap_or_default();
        let (other, more) = right.next().unwrap_or_default();
        height = height.max(other);
        marks.extend(more);
        let keep = if at + 1 < count { Keep::WithNext } else { Keep::Alone };
        Piece { height, marks, keep, head: None }
    };
    (0..count).map(piece).collect()
}

/// Line by line: the height, and its letters.
fn strips(line: &Line, letters: &mut Letters, x: f32, width: f32) -> Vec<(f32, Vec<Mark>)> {
    let (size, weight, ink) = style(line.tone);
    if line.tone == Tone::Rule {
        let from = x + width * 0.34;
        let rule = Shape::line((from, 1.2), (from + width * 0.32, 1.2));
        return vec![(RULE, vec![Mark::Stroke(rule, INK, 0.25)])];
    }
    // Air below a heading, before what it is of.
    let below = if line.tone == Tone::Heading { 1.0 } else { 0.0 };
    let lines = wrap(letters, &line.text, weight, size, width);
    let lines = lines.into_iter().map(|text| {
        let free = width - letters.width(weight, size, &text);
        let x = x + indent(line.align, free);
        (size * LEAD + below, vec![Mark::Text(Text { x, y: size * 1.05, size, weight, ink, text })])
    });
    lines.collect()
}

pub(super) fn indent(align: Align, free: f32) -> f32 {
    match align {
        Align::Left => 0.0,
        Align::Middle => free / 2.0,
        Align::Right => free,
    }
}
