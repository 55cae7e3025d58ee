//! A code on its white card, with a logo where there is one.

use mot_cua_link::draw::{Level, matrix};

use crate::ink::{LINE, WHITE};
use crate::page::{Code, Mark, count};
use crate::poster::{Poster, Wrong};
use crate::shape::Frame;

/// Of a code's area, quiet zone not counted: what a logo may cover at level H.
const MOST_COVERED: f32 = 0.10;

/// A card of that side at (x, y). The code's own quiet zone lies inside.
pub(super) fn card(poster: &Poster, (x, y): (f32, f32), side: f32) -> Result<Vec<Mark>, Wrong> {
    let level = if poster.logo.is_some() { Level::H } else { poster.level };
    let matrix = matrix(&poster.address, level).map_err(|_| Wrong::Address)?;
    let module = side / count(matrix.full_size());
    let window = if poster.logo.is_some() { window(matrix.size()) } else { 0 };
    let round = side * 0.05;
    let frame = Frame { x, y, w: side, h: side, above: round, below: round };
    let mut marks = vec![Mark::Fill(frame.shape(), WHITE), Mark::Stroke(frame.shape(), LINE, side * 0.004)];
    let full = matrix.full_size();
    marks.push(Mark::Code(Box::new(Code { x, y, module, matrix, window, address: poster.address.clone() })));
    if let Some(logo) = &poster.logo {
        // Half a module of white around it.
        let room = module * (count(window) - 1.0);
        let middle = module * count(full) / 2.0;
        let (wide, high) = (count(logo.width as usize), count(logo.height as usize));
        let scale = room / wide.max(high);
        let (w, h) = (wide * scale, high * scale);
        marks.push(Mark::Logo { logo: logo.clone(), x: x + middle - w / 2.0, y: y + middle - h / 2.0, w, h });
    }
    Ok(marks)
}

/// The widest square of whole modules in the very middle that covers no more than it may.
fn window(size: usize) -> usize {
    let fits = |side: &usize| count(*side) * count(*side) <= MOST_COVERED * count(size) * count(size);
    (0..size).filter(|side| side % 2 == size % 2).filter(fits).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn a_logo_covers_a_tenth_at_most_and_never_a_finder() {
        for size in (21..=177).step_by(4) {
            let side = window(size);
            assert!(
                side * side * 10 <= size * size && (side + 2) * (side + 2) * 10 > size * size,
                "{size}: {side}"
            );
            assert!((size - side) / 2 > 7, "{size}: {side}");
        }
    }
}
