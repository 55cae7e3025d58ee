//! A laid out page: what is drawn where. Millimetres, from the upper left corner.

use mot_cua_link::draw::Matrix;

use crate::font::Weight;
use crate::ink::Ink;
use crate::logo::Logo;
use crate::shape::Shape;

/// One side of paper.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// What a reader aloud says of it, and a viewer's window.
    pub(crate) title: String,
    pub(crate) panels: Vec<Panel>,
}

/// A part of the page with its own corner: all of a sheet, one face of a tent, one sticker.
#[derive(Debug, Clone, Default)]
pub(crate) struct Panel {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) turn: Turn,
    pub(crate) marks: Vec<Mark>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Turn {
    #[default]
    None,
    /// Upside down about its own middle.
    Half,
}

#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Fill(Shape, Ink),
    /// With its width.
    Stroke(Shape, Ink, f32),
    Text(Text),
    Code(Box<Code>),
    Logo {
        logo: Logo,
        x: f32,
        y: f32,
        w: f32,
        h: f32,
    },
}

/// One line of letters; (x, y) is where its baseline begins.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
    pub(crate) text: String,
}

/// A code with its quiet zone, whose corner is (x, y).
#[derive(Debug, Clone)]
pub(crate) struct Code {
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// Side of one module.
    pub(crate) module: f32,
    pub(crate) matrix: Matrix,
    /// Modules left out on a side of the square in the middle, for a logo; 0 without one.
    pub(crate) window: usize,
    pub(crate) address: String,
}

/// A code as it will lie on the paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    pub address: String,
    /// Side without the quiet zone, in millimetres.
    pub side: f32,
    /// Side of one module, in millimetres.
    pub module: f32,
}

impl Page {
    /// What stands on it, in a line.
    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn codes(&self) -> impl Iterator<Item = Printed> + '_ {
        self.panels.iter().flat_map(|panel| &panel.marks).filter_map(|mark| match mark {
            Mark::Code(code) => Some(Printed {
                address: code.address.clone(),
                side: code.module * count(code.matrix.size()),
                module: code.module,
            }),
            _ => None,
        })
    }
}

impl Panel {
    /// From its own millimetres to the page's: `[a b c d e f]` as in SVG and PDF.
    pub(crate) fn matrix(&self) -> [f32; 6] {
        match self.turn {
            Turn::None => [1.0, 0.0, 0.0, 1.0, self.x, self.y],
            Turn::Half => [-1.0, 0.0, 0.0, -1.0, self.x + self.width, self.y + self.height],
        }
    }
}

impl Code {
    /// Side with the quiet zone.
    pub(crate) fn side(&self) -> f32 {
        self.module * count(self.matrix.full_size())
    }

    /// Dark runs as (x, y, length) in modules, row by row, without those below the logo.
    pub(crate) fn runs(&self) -> Vec<(usize, usize, usize)> {
        let full = self.matrix.full_size();
        let from = (full - self.window.min(full)) / 2;
        let hidden = |at: usize| self.window > 0 && (from..from + self.window).contains(&at);
        let dark = |x, y| self.matrix.is_dark(x, y) && !(hidden(x) && hidden(y));
        let mut runs = Vec::new();
        for y in 0..full {
            let mut x = 0;
            while x < full {
                let run = (x..full).take_while(|x| dark(*x, y)).count();
                if run > 0 {
                    runs.push((x, y, run));
                }
                x += run.max(1);
            }
        }
        runs
    }
}

/// A count of modules as a factor: at most 185.
pub(crate) fn count(modules: usize) -> f32 {
    f32::from(u16::try_from(modules).unwrap_or(u16::MAX))
}
