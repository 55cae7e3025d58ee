//! The two cuts of Be Vietnam Pro that travel with this crate (`fonts/`, SIL Open Font License 1.1): measuring and outlining.

mod kern;

use ttf_parser::{Face, GlyphId, OutlineBuilder};

use crate::shape::{Shape, Step};
use kern::Kern;

/// How thick letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

pub(crate) const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Bold];

/// The fonts inside this crate cannot be read: the program was damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the font inside this program cannot be read")]
pub struct NoFont;

/// Both cuts, ready to measure.
#[derive(Clone)]
#[allow(missing_debug_implementations, reason = "two parsed fonts say nothing to anyone")]
pub struct Fonts {
    regular: Cut,
    bold: Cut,
}

#[derive(Clone)]
struct Cut {
    face: Face<'static>,
    kern: Kern,
}

/// A letter in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Set {
    pub(crate) glyph: GlyphId,
    pub(crate) letter: char,
    /// To the next letter, kerning included; parts of the letters' size.
    pub(crate) advance: f32,
    /// Its own width without kerning; parts of the letters' size.
    pub(crate) width: f32,
}

impl Fonts {
    /// # Errors
    /// [`NoFont`].
    pub fn new() -> Result<Self, NoFont> {
        let cut = |weight| {
            let face = Face::parse(bytes(weight), 0).map_err(|_| NoFont)?;
            Ok(Cut { kern: Kern::new(&face), face })
        };
        Ok(Self { regular: cut(Weight::Regular)?, bold: cut(Weight::Bold)? })
    }

    /// The first letter of `text` that the fonts do not have. Marks without a letter and signs that turn the direction of
    /// writing are among them: what cannot be shown as it is read is not printed.
    pub fn lacks(&self, text: &str) -> Option<char> {
        text.chars().find(|letter| *letter == '\u{ad}' || self.regular.face.glyph_index(*letter).is_none())
    }

    pub(crate) fn face(&self, weight: Weight) -> &Face<'static> {
        &self.cut(weight).face
    }

    fn cut(&self, weight: Weight) -> &Cut {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    pub(crate) fn set(&self, weight: Weight, text: &str) -> Vec<Set> {
        let Cut { face, kern } = self.cut(weight);
        let em = f32::from(face.units_per_em());
        let mut set: Vec<Set> = Vec::with_capacity(text.len());
        for letter in text.chars() {
            let glyph = face.glyph_index(letter).unwrap_or_default();
            let width = f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) / em;
            if let Some(before) = set.last_mut() {
                before.advance += f32::from(kern.between(before.glyph, glyph)) / em;
            }
            set.push(Set { glyph, letter, advance: width, width });
        }
        set
    }

    /// In the unit of `size`.
    pub(crate) fn width(&self, weight: Weight, size: f32, text: &str) -> f32 {
        self.set(weight, text).iter().map(|one| one.advance).sum::<f32>() * size
    }

    /// Letters as one shape, the baseline's begin at (x, y).
    pub(crate) fn outline(&self, weight: Weight, size: f32, (x, y): (f32, f32), text: &str) -> Shape {
        let face = self.face(weight);
        let scale = size / f32::from(face.units_per_em());
        let mut pen = Pen { scale, x, y, ..Pen::default() };
        for one in self.set(weight, text) {
            face.outline_glyph(one.glyph, &mut pen);
            pen.x += one.advance * size;
        }
        Shape(pen.steps)
    }
}

pub(crate) fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("../fonts/BeVietnamPro-Regular.ttf"),
        Weight::Bold => include_bytes!("../fonts/BeVietnamPro-Bold.ttf"),
    }
}

/// A font's y grows upward.
#[derive(Default)]
struct Pen {
    scale: f32,
    x: f32,
    y: f32,
    /// In the font's units.
    last: (f32, f32),
    steps: Vec<Step>,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.steps.push(Step::Move(to.0, to.1));
        self.last = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.steps.push(Step::Line(to.0, to.1));
        self.last = (x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let third = |from: f32, control: f32| from + (control - from) * 2.0 / 3.0;
        let (x0, y0) = self.last;
        self.curve_to(third(x0, x1), third(y0, y1), third(x, x1), third(y, y1), x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (a, b, c) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.steps.push(Step::Curve([a.0, a.1, b.0, b.1, c.0, c.1]));
        self.last = (x, y);
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_vietnamese_letter_has_an_outline_in_both_cuts() {
        let fonts = Fonts::new().unwrap();
        let letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz";
        let marked = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
        let all = format!("{letters}{marked}");
        let all = format!("{all}{}", all.to_uppercase());
        assert_eq!(fonts.lacks(&all), None);
        for (weight, letter) in
            WEIGHTS.into_iter().flat_map(|weight| all.chars().map(move |one| (weight, one)))
        {
            let shape = fonts.outline(weight, 10.0, (0.0, 0.0), letter.encode_utf8(&mut [0; 4]));
            assert!(shape.0.len() > 4, "{letter} {weight:?}");
        }
        assert_eq!(fonts.lacks("Xã Tà Xùa – “Quầy 1” · 024…"), None);
        assert_eq!(fonts.lacks("Xã \u{202e}x"), Some('\u{202e}'));
        assert_eq!(fonts.lacks("مكتب"), Some('م'));
        assert_eq!(fonts.lacks("a\u{301}"), Some('\u{301}'), "a mark alone would stand beside its letter");
    }

    #[test]
    fn pairs_move_together() {
        let fonts = Fonts::new().unwrap();
        let apart = fonts.width(Weight::Bold, 1.0, "T") + fonts.width(Weight::Bold, 1.0, "ô");
        assert!(fonts.width(Weight::Bold, 1.0, "Tô") < apart);
    }
}
