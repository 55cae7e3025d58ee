//! How wide columns are: by their shares, and never narrower than their longest word if all such words have room.

use super::super::letters::Letters;
use super::super::{Table, Tone, WIDTH};
use super::{HEADS, SIDE};
use crate::font::Weight;

/// Letters of a table, in millimetres: as large as its words have room.
const SIZES: [f32; 5] = [3.1, 2.9, 2.7, 2.5, SMALLEST];
const SMALLEST: f32 = 2.3;
/// Both sides of a cell, and a hair against rounding.
const MARGIN: f32 = 2.0 * SIDE + 0.1;
/// Of all columns together, what one word may take; a longer one is broken.
const WORD: f32 = 0.25;
/// Rows looked at: a table of thousands says the same.
const LOOK: usize = 400;

/// More than its longest line a column may always have, and so much in any case.
const EASE: f32 = 4.0;
const WIDE: f32 = 16.0;
/// Of heads, in how many lines they may stand before a column is wide enough.
const HEAD_LINES: f32 = 3.0;

/// What a column needs, at size 1.
#[derive(Clone, Copy, Default)]
struct Need {
    /// Its longest word.
    word: f32,
    /// Its longest line; more room is of no use.
    line: f32,
}

/// Size of the letters, width of each column.
pub(super) fn of(table: &Table, letters: &mut Letters) -> (f32, Vec<f32>) {
    let shares: Vec<f32> = table.columns.iter().map(|column| column.share.max(0.1)).collect();
    let needs = needs(table, letters);
    let least = |size: f32| -> Vec<f32> {
        let least = |need: &Need| (need.word * size + MARGIN).min(WIDTH * WORD);
        needs.iter().map(least).collect()
    };
    let endless = vec![WIDTH; shares.len()];
    let fits = |size: &f32| least(*size).iter().sum::<f32>() <= WIDTH;
    match SIZES.into_iter().find(fits) {
        Some(size) => {
            let most = |need: &Need| (need.line.max(need.word) * size + MARGIN + EASE).max(WIDE);
            let (least, most): (Vec<f32>, Vec<f32>) = (least(size), needs.iter().map(most).collect());
            let widths = shared(&shares, &least, &most);
            // Where none needs what the others can spare, they keep it.
            let is_spare = widths.iter().zip(&most).any(|(width, most)| *width > most + 0.01);
            (size, if is_spare { shared(&shares, &least, &endless) } else { widths })
        }
        None => (SMALLEST, shared(&shares, &vec![0.0; shares.len()], &endless)),
    }
}

fn needs(table: &Table, letters: &mut Letters) -> Vec<Need> {
    let count = table.columns.len();
    let mut needs = vec![Need::default(); count];
    let mut see = |at: usize, text: &str, weight, part: f32, lines: f32| {
        let text = letters.clean(text);
        let widest = |parts: &mut dyn Iterator<Item = &str>| {
            parts.map(|part_of| letters.width(weight, part, part_of)).fold(0.0, f32::max)
        };
        let (word, line) = (widest(&mut text.split([' ', '\n'])), widest(&mut text.split('\n')) / lines);
        if let Some(need) = needs.get_mut(at) {
            *need = Need { word: need.word.max(word), line: need.line.max(line) };
        }
    };
    for (at, column) in table.columns.iter().enumerate() {
        see(at, &column.head, Weight::Bold, HEADS, HEAD_LINES);
    }
    for row in table.rows.iter().take(LOOK) {
        let weight = if row.tone == Tone::Strong { Weight::Bold } else { Weight::Regular };
        // The last cell of a short row has more than its column.
        let own = if row.cells.len() < count { row.cells.len().saturating_sub(1) } else { count };
        for (at, cell) in row.cells.iter().enumerate().take(own) {
            see(at, cell, weight, 1.0, 1.0);
        }
    }
    needs
}

/// Columns that would be too narrow get what they need, those that would be too wide no more than that; the others share the rest.
fn shared(shares: &[f32], least: &[f32], most: &[f32]) -> Vec<f32> {
    let mut fixed: Vec<Option<f32>> = vec![None; shares.len()];
    loop {
        let taken: f32 = fixed.iter().flatten().sum();
        let open = || shares.iter().zip(&fixed).filter(|(_, fixed)| fixed.is_none()).map(|(share, _)| share);
        let unit = (WIDTH - taken) / open().sum::<f32>().max(f32::EPSILON);
        let mut narrow: Vec<(usize, f32)> = Vec::new();
        let mut wide: Vec<(usize, f32)> = Vec::new();
        for (at, ((share, least), most)) in shares.iter().zip(least).zip(most).enumerate() {
            match fixed.get(at) {
                Some(None) if share * unit < *least => narrow.push((at, *least)),
                Some(None) if share * unit > *most => wide.push((at, *most)),
                _ => {}
            }
        }
        // Somebody must take what is left.
        let next = if !narrow.is_empty() {
            narrow
        } else if wide.len() < open().count() {
            wide
        } else {
            Vec::new()
        };
        if next.is_empty() {
            return shares.iter().zip(&fixed).map(|(share, fixed)| fixed.unwrap_or(share * unit)).collect();
        }
        for (at, width) in next {
            if let Some(fixed) = fixed.get_mut(at) {
                *fixed = Some(width);
            }
        }
    }
}
