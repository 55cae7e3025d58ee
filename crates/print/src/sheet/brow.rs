//! The coloured head of every sheet: whose it is, and which counter.

use mot_cua_contract::Purpose;

use crate::font::{Fonts, Weight};
use crate::ink::{WHITE, on};
use crate::page::Mark;
use crate::poster::{Lines, Part, Poster, Wrong};
use crate::text::{Align, Block, Style, fit};

/// Names, fitted into a width.
#[derive(Debug)]
pub(super) struct Brow(Vec<(Block, f32)>);

/// Sizes of letters in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub(super) office: f32,
    pub(super) desk: f32,
    pub(super) second: f32,
}

impl Brow {
    /// The counter is what a citizen stands in front of: it is larger than the office. Without one the office is.
    pub(super) fn new(
        poster: &Poster,
        fonts: &Fonts,
        width: f32,
        sizes: Sizes,
        languages: usize,
    ) -> Result<Self, Wrong> {
        let gap = sizes.second * 0.45;
        let mut blocks = Vec::new();
        let mut name = |lines: &Lines, part, size, weight, most| {
            for (at, line) in lines.iter().take(languages).enumerate() {
                let style = if at == 0 {
                    Style { size, weight, ink: WHITE }
                } else {
                    Style { size: sizes.second, weight: Weight::Regular, ink: pale(poster.purpose) }
                };
                blocks.push((fit(fonts, line, style, width, most).ok_or(Wrong::Long { part })?, gap));
            }
            Ok::<(), Wrong>(())
        };
        if poster.desk.is_empty() {
            name(&poster.office, Part::Office, sizes.desk, Weight::Bold, 3)?;
        } else {
            // The office's name in other languages gives way to the counter's.
            let office: Lines = poster.office.iter().take(1).cloned().collect();
            name(&office, Part::Office, sizes.office, Weight::Regular, 3)?;
            name(&poster.desk, Part::Desk, sizes.desk, Weight::Bold, 3)?;
        }
        Ok(Self(blocks))
    }

    pub(super) fn height(&self) -> f32 {
        self.0.iter().map(|(block, gap)| block.height() + gap).sum::<f32>()
            - self.0.last().map_or(0.0, |(_, gap)| *gap)
    }

    pub(super) fn place(&self, fonts: &Fonts, (x, mut y): (f32, f32), width: f32, align: Align) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (block, gap) in &self.0 {
            marks.extend(block.place(fonts, (x, y), width, align));
            y += block.height() + gap;
        }
        marks
    }
}

fn pale(purpose: Purpose) -> crate::ink::Ink {
    on(purpose)
}
