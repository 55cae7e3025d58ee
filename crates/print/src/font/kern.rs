//! Kerning: pair adjustment of `GPOS` (OpenType 1.9, lookup type 2). The font has one feature, `kern`, for all scripts.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId};

/// What `left` is narrower for by `right`; the font's units, mostly negative.
pub(super) fn between(face: &Face<'_>, left: GlyphId, right: GlyphId) -> i16 {
    let Some(table) = face.tables().gpos else { return 0 };
    let subtables = table.lookups.into_iter().flat_map(|lookup| lookup.subtables.into_iter());
    subtables.filter_map(|one| adjustment(one, left, right)).next().unwrap_or_default()
}

/// `None`: this subtable says nothing about `left`, so the next one is asked.
fn adjustment(subtable: PositioningSubtable<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let PositioningSubtable::Pair(pairs) = subtable else { return None };
    match pairs {
        PairAdjustment::Format1 { coverage, sets } => {
            Some(sets.get(coverage.get(left)?)?.get(right)?.0.x_advance)
        }
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            Some(matrix.get((classes.0.get(left), classes.1.get(right)))?.0.x_advance)
        }
    }
}
