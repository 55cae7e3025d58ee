//! Kerning: pair adjustment of `GPOS` (OpenType 1.9, lookup type 2), unfolded once into a table of all pairs. The font has one
//! feature, `kern`, for all scripts.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId};

/// What a letter is narrower for by the next one; the font's units, mostly negative.
#[derive(Clone)]
pub(super) struct Kern {
    glyphs: usize,
    pairs: Vec<i16>,
}

impl Kern {
    pub(super) fn new(face: &Face<'_>) -> Self {
        let glyphs = usize::from(face.number_of_glyphs());
        let mut pairs = vec![0; glyphs * glyphs];
        let subtables = face.tables().gpos.into_iter().flat_map(|table| table.lookups.into_iter());
        let subtables: Vec<PairAdjustment<'_>> =
            subtables.flat_map(|lookup| lookup.subtables.into_iter()).filter_map(pair).collect();
        for (left, row) in (0..face.number_of_glyphs()).zip(pairs.chunks_mut(glyphs.max(1))) {
            for (right, place) in (0..face.number_of_glyphs()).zip(row) {
                let found = subtables.iter().find_map(|one| adjustment(one, GlyphId(left), GlyphId(right)));
                *place = found.unwrap_or_default();
            }
        }
        Self { glyphs, pairs }
    }

    pub(super) fn between(&self, left: GlyphId, right: GlyphId) -> i16 {
        self.pairs.get(usize::from(left.0) * self.glyphs + usize::from(right.0)).copied().unwrap_or_default()
    }
}

fn pair(subtable: PositioningSubtable<'_>) -> Option<PairAdjustment<'_>> {
    match subtable {
        PositioningSubtable::Pair(pair) => Some(pair),
        _ => None,
    }
}

/// `None`: this subtable says nothing about the pair, so the next one is asked.
fn adjustment(subtable: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    match subtable {
        PairAdjustment::Format1 { coverage, sets } => {
            Some(sets.get(coverage.get(left)?)?.get(right)?.0.x_advance)
        }
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            Some(matrix.get((classes.0.get(left), classes.1.get(right)))?.0.x_advance)
        }
    }
}
