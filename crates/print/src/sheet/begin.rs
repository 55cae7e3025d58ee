//! The page before the others: scan this before printing more.

use super::A4;
use super::code;
use crate::font::{Fonts, Weight};
use crate::ink::{self, GROUND, INK, SOFT};
use crate::page::{Mark, Page, Panel};
use crate::poster::{Lines, Part, Poster, Wrong};
use crate::shape::{Frame, Shape};
use crate::text::{Align, Style, fit};

/// What the first page says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Begin {
    /// "Scan this before printing more."
    pub title: Lines,
    /// What to do, a step each.
    pub steps: Lines,
    /// Beside the line of 100 mm.
    pub ruler: Lines,
    /// "The sheets that follow:".
    pub follows: String,
    /// Their names.
    pub places: Vec<String>,
}

const LEFT: f32 = 20.0;
const COLUMN: f32 = 170.0;
const CODE: f32 = 76.0;
/// So many names of places fit.
const MOST_PLACES: usize = 14;

/// An A4 with the code of `sample`, as large as on a small poster, and a line to measure with a ruler.
///
/// # Errors
/// [`Wrong`].
pub fn begin(begin: &Begin, sample: &Poster, fonts: &Fonts) -> Result<Page, Wrong> {
    sample.check(fonts)?;
    let accent = ink::of(sample.purpose);
    let frame = Frame { x: 10.0, y: 10.0, w: A4.0 - 20.0, h: A4.1 - 20.0, above: 9.0, below: 9.0 };
    let mut marks = vec![Mark::Fill(frame.shape(), GROUND)];
    let mut y = 20.0;
    let mut say = |marks: &mut Vec<Mark>, line: &str, size: f32, weight, ink, most, gap: f32| {
        let block = fit(fonts, line, Style { size, weight, ink }, COLUMN, most)
            .ok_or(Wrong::Long { part: Part::Words })?;
        marks.extend(block.place(fonts, (LEFT, y), COLUMN, Align::Left));
        y += block.height() + gap;
        Ok::<f32, Wrong>(y)
    };
    for (at, line) in begin.title.iter().enumerate() {
        let (size, weight, ink) =
            if at == 0 { (12.0, Weight::Bold, accent) } else { (6.0, Weight::Regular, SOFT) };
        say(&mut marks, line, size, weight, ink, 2, 1.5)?;
    }
    let mut at = say(&mut marks, "", 4.0, Weight::Regular, INK, 1, 0.0)?;
    for step in &begin.steps {
        at = say(&mut marks, step, 6.0, Weight::Regular, INK, 3, 2.0)?;
    }
    marks.extend(code::card(sample, ((A4.0 - CODE) / 2.0, at + 3.0), CODE)?);
    let mut rest = Rest { y: at + CODE + 6.0, marks };
    rest.middle(fonts, &sample.readable, 6.2, Weight::Bold, accent)?;
    rest.y += 8.0;
    rest.ruler();
    for line in &begin.ruler {
        rest.middle(fonts, line, 4.8, Weight::Regular, SOFT)?;
    }
    rest.y += 5.0;
    rest.middle(fonts, &begin.follows, 5.0, Weight::Bold, INK)?;
    for place in begin.places.iter().take(MOST_PLACES) {
        // A name that fits its poster fits here, or is not needed.
        let _ = rest.middle(fonts, place, 4.6, Weight::Regular, INK);
        if rest.y > A4.1 - 22.0 {
            break;
        }
    }
    let panel = Panel { width: A4.0, height: A4.1, marks: rest.marks, ..Panel::default() };
    let title = begin.title.first().cloned().unwrap_or_default();
    Ok(Page { width: A4.0, height: A4.1, title, panels: vec![panel] })
}

struct Rest {
    y: f32,
    marks: Vec<Mark>,
}

impl Rest {
    fn middle(
        &mut self,
        fonts: &Fonts,
        line: &str,
        size: f32,
        weight: Weight,
        ink: ink::Ink,
    ) -> Result<(), Wrong> {
        let block = fit(fonts, line, Style { size, weight, ink }, COLUMN, 2)
            .ok_or(Wrong::Long { part: Part::Words })?;
        self.marks.extend(block.place(fonts, (LEFT, self.y), COLUMN, Align::Middle));
        self.y += block.height();
        Ok(())
    }

    /// 100 mm, to the hair.
    fn ruler(&mut self) {
        let (left, right, y) = (A4.0 / 2.0 - 50.0, A4.0 / 2.0 + 50.0, self.y);
        let mut line = |from, to| self.marks.push(Mark::Stroke(Shape::line(from, to), INK, 0.4));
        line((left, y), (right, y));
        for at in [left, right] {
            line((at, y - 2.5), (at, y + 2.5));
        }
        self.y += 4.0;
    }
}
