//! Running text and tables on A4, upright: what a report is made of.
//!
//! Nothing is clipped: long words are broken, a row too high for a page goes on on the next one. No other row is torn, a heading
//! stays with what it is of, and the heads of a table stand on every page that it covers.

mod flow;
mod letters;
mod pieces;
mod table;
#[cfg(test)]
mod tests;
mod wrap;

use std::collections::BTreeSet;

use crate::font::Fonts;
use crate::page::Page;
use flow::Flow;
use letters::Letters;

pub use crate::text::Align;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// At the foot of every page, and the name of the file in a viewer.
    pub title: String,
    /// The word before a page's number: "Trang 1/3".
    pub page: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Line(Line),
    /// Side by side, the left one narrower; kept together where a page can hold them.
    Sides(Vec<Line>, Vec<Line>),
    Table(Table),
    /// Millimetres; none at the top of a page.
    Space(f32),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub tone: Tone,
    pub align: Align,
    /// Empty: a blank line.
    pub text: String,
}

/// How loud it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The one figure that is read first.
    Number,
    Title,
    /// Stays with what follows.
    Heading,
    Strong,
    Plain,
    Small,
    /// No letters: a short rule in the middle.
    Rule,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub head: String,
    /// As a part of the sum of all columns' shares; more where a word is wider.
    pub share: f32,
    pub align: Align,
}

/// The last cell has the columns that are left.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub tone: Tone,
    pub cells: Vec<String>,
}

/// Pages, and the letters that the font does not have: a box stands for each.
#[derive(Debug, Clone)]
pub struct Laid {
    pub pages: Vec<Page>,
    pub missing: BTreeSet<char>,
}

/// In millimetres.
pub(crate) const A4: (f32, f32) = (210.0, 297.0);
/// The margins of Vietnamese administrative documents (Decree 30/2020, annex I): 30 left, for binding, 15 right, 20 above.
const LEFT: f32 = 30.0;
const WIDTH: f32 = A4.0 - LEFT - 15.0;
const TOP: f32 = 20.0;
/// Where the last line ends; below it stands the page's number.
const BOTTOM: f32 = A4.1 - 22.0;
const BODY: f32 = BOTTOM - TOP;

impl Document {
    pub fn lay(&self, fonts: &Fonts) -> Laid {
        let mut letters = Letters::new(fonts);
        let mut flow = Flow::default();
        let mut pieces = Vec::new();
        for block in &self.blocks {
            pieces.extend(pieces::of(block, &mut letters));
        }
        flow.pour(pieces);
        let pages = flow.pages(self, &mut letters);
        Laid { pages, missing: letters.missing }
    }
}
