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
pub enum Align {
    Left,
    Middle,
    Right,
}

/// From baseline to baseline; Vietnamese letters carry two marks, one above the other.
const LEAD: f32 = 1.28;
/// How much smaller a text may become before it is too long.
const LEAST: f32 = 0.58;

/// `text` at `style.size` or smaller, so that it takes at most `most` lines of that width. `None`: it never does.
pub(crate) fn fit(fonts: &Fonts, text: &str, style: Style, width: f32, most: usize) -> Option<Block> {
    let words = Words::new(fonts, text, style.weight);
    let block =
        |size: f32, breaks: &[usize]| Block { style: Style { size, ..style }, lines: words.lines(breaks) };
    // A title of one line is worth letters that are a little smaller.
    for part in [1.0, 0.93, 0.86, 0.8] {
        let size = style.size * part;
        if words.greedy(width / size).is_some_and(|breaks| breaks.len() == 1) {
            return Some(block(size, &[0]));
        }
    }
    let mut size = style.size;
    while size >= style.size * LEAST {
        if let Some(breaks) = words.even(width / size).filter(|breaks| breaks.len() <= most) {
            return Some(block(size, &breaks));
        }
        size -= style.size * 0.04;
    }
    None
}

/// Words with their widths, at size 1.
struct Words<'a> {
    words: Vec<(&'a str, f32)>,
    blank: f32,
}

impl<'a> Words<'a> {
    fn new(fonts: &Fonts, text: &'a str, weight: Weight) -> Self {
        let words = text.split(' ').map(|word| (word, fonts.width(weight, 1.0, word))).collect();
        Self { words, blank: fonts.width(weight, 1.0, " ") }
    }

    /// As few lines as there can be, then as even as they can be. `None`: a word is wider than that.
    fn even(&self, width: f32) -> Option<Vec<usize>> {
        let mut best = self.greedy(width)?;
        // Ten halvings: a thousandth of the width.
        let (mut low, mut high) = (width * 0.3, width);
        for _ in 0..10 {
            let middle = f32::midpoint(low, high);
            match self.greedy(middle) {
                Some(breaks) if breaks.len() == best.len() => (high, best) = (middle, breaks),
                _ => low = middle,
            }
        }
        Some(best)
    }

    /// The number of each line's first word.
    fn greedy(&self, width: f32) -> Option<Vec<usize>> {
        let mut breaks: Vec<usize> = Vec::new();
        let mut line = 0.0;
        for (at, (_, word)) in self.words.iter().enumerate() {
            if *word > width {
                return None;
            }
            line += self.blank + word;
            if at == 0 || line > width {
                breaks.push(at);
                line = *word;
            }
        }
        Some(breaks)
    }

    fn lines(&self, breaks: &[usize]) -> Vec<String> {
        let ends = breaks.iter().skip(1).copied().chain([self.words.len()]);
        let line = |(from, to): (&usize, usize)| {
            let words = self.words.iter().take(to).skip(*from).map(|(word, _)| *word);
            words.collect::<Vec<_>>().join(" ")
        };
        breaks.iter().zip(ends).map(line).collect()
    }
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
                Align::Right => x + free,
            };
            // The marks above take what the lead gives: the baseline stands one size below the line's top.
            marks.push(Mark::Text(Text { x, y: y + size, size, weight, ink, text: text.clone() }));
            y += size * LEAD;
        }
        marks
    }
}
