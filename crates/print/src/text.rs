//! Breaking words into lines, and finding the size at which they fit.

use crate::font::{Fonts, Weight};
use crate::ink::Ink;
use crate::page::{Mark, Text};

/// Letters of one kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// Of the em, in millimetres.
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
}

/// Lines of one kind, ready to be placed.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub(crate) style: Style,
    pub(crate) lines: Vec<String>,
}

/// Where a line stands between left and right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Middle,
}

/// From baseline to baseline; Vietnamese letters carry two marks, one above the other.
const LEAD: f32 = 1.28;
/// How much smaller a text may become before it is too long.
const LEAST: f32 = 0.58;

/// `text` at `style.size` or smaller, so that it takes at most `most` lines of that width. `None`: it never does.
pub(crate) fn fit(fonts: &Fonts, text: &str, style: Style, width: f32, most: usize) -> Option<Block> {
    // A title of one line is worth letters that are a little smaller.
    for part in [1.0, 0.93, 0.86, 0.8] {
        let style = Style { size: style.size * part, ..style };
        if let Some(lines) = lines(fonts, text, style, width).filter(|lines| lines.len() == 1) {
            return Some(Block { style, lines });
        }
    }
    let mut size = style.size;
    while size >= style.size * LEAST {
        let style = Style { size, ..style };
        if let Some(lines) = lines(fonts, text, style, width).filter(|lines| lines.len() <= most) {
            return Some(Block { style, lines });
        }
        size -= style.size * 0.04;
    }
    None
}

/// As few lines as there can be, then as even as they can be. `None`: a word is wider than that.
fn lines(fonts: &Fonts, text: &str, style: Style, width: f32) -> Option<Vec<String>> {
    let best = greedy(fonts, text, style, width)?;
    let mut narrow = width;
    // Ten halvings: a thousandth of the width.
    let (mut low, mut high) = (width * 0.3, width);
    for _ in 0..10 {
        let middle = f32::midpoint(low, high);
        match greedy(fonts, text, style, middle) {
            Some(lines) if lines.len() == best.len() => (high, narrow) = (middle, middle),
            _ => low = middle,
        }
    }
    greedy(fonts, text, style, narrow)
}

fn greedy(fonts: &Fonts, text: &str, style: Style, width: f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        if fonts.width(style.weight, style.size, word) > width {
            return None;
        }
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), " ", word].concat();
            if fonts.width(style.weight, style.size, &longer) <= width {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    Some(lines)
}

impl Block {
    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.style.size * LEAD).sum()
    }

    /// Marks of all lines in a column that begins at (x, y).
    pub(crate) fn place(&self, fonts: &Fonts, (x, mut y): (f32, f32), width: f32, align: Align) -> Vec<Mark> {
        let Style { size, weight, ink } = self.style;
        let mut marks = Vec::with_capacity(self.lines.len());
        for text in &self.lines {
            let free = width - fonts.width(weight, size, text);
            let x = match align {
                Align::Left => x,
                Align::Middle => x + free / 2.0,
            };
            // The marks above take what the lead gives: the baseline stands one size below the line's top.
            marks.push(Mark::Text(Text { x, y: y + size, size, weight, ink, text: text.clone() }));
            y += size * LEAD;
        }
        marks
    }
}
