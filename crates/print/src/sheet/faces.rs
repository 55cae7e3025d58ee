//! The five faces of the first screen, so that paper and phone are seen to belong together.

use crate::ink::{FACE, SKINS};
use crate::page::Mark;
use crate::shape::{Shape, Step};

/// In a box of 48 × 48, from the happiest on: where the mouth begins, and its curve from there. The same drawings stand in
/// `public/boot/faces.mjs`; a test compares them.
const MOUTHS: [([f32; 2], [f32; 6]); 5] = [
    ([13.0, 28.0], [3.0, 9.0, 19.0, 9.0, 22.0, 0.0]),
    ([14.0, 29.0], [4.0, 6.0, 16.0, 6.0, 20.0, 0.0]),
    ([15.0, 32.0], [6.0, 0.0, 12.0, 0.0, 18.0, 0.0]),
    ([15.0, 34.0], [4.0, -5.0, 14.0, -5.0, 18.0, 0.0]),
    ([14.0, 36.0], [4.0, -8.0, 16.0, -8.0, 20.0, 0.0]),
];

const GAP: f32 = 0.22;

/// Width of the row for faces of that size.
pub(super) fn width(size: f32) -> f32 {
    size * (5.0 + 4.0 * GAP)
}

pub(super) fn row((x, y): (f32, f32), size: f32) -> Vec<Mark> {
    let scale = size / 48.0;
    let mut marks = Vec::new();
    let mut left = x;
    for (at, (([mx, my], [a, b, c, d, e, f]), skin)) in MOUTHS.into_iter().zip(SKINS).enumerate() {
        let put = |shape: &Shape| shape.placed(scale, left, y);
        let head = put(&Shape::circle(24.0, 24.0, 21.0));
        marks.push(Mark::Fill(head.clone(), skin));
        marks.push(Mark::Stroke(head, FACE, 2.0 * scale));
        for eye in [17.0, 31.0] {
            marks.push(Mark::Fill(put(&Shape::circle(eye, 19.0, 2.5)), FACE));
        }
        let curve = Step::Curve([mx + a, my + b, mx + c, my + d, mx + e, my + f]);
        let mut mouth = Shape(vec![Step::Move(mx, my), curve]);
        // The happiest one is open.
        if at == 0 {
            mouth.0.push(Step::Close);
        }
        marks.push(Mark::Stroke(put(&mouth), FACE, 2.6 * scale));
        left += size * (1.0 + GAP);
    }
    marks
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_faces_are_those_of_the_screen() {
        let script = std::fs::read_to_string("../../public/boot/faces.mjs").unwrap();
        for (at, ([x, y], [a, b, c, d, e, f])) in MOUTHS.into_iter().enumerate() {
            let drawn = match at {
                0 => format!("'M{x} {y}c{a} {b} {c} {b} {e} {f}z'"),
                2 => format!("'M{x} {y}h{e}'"),
                _ => format!("'M{x} {y}c{a} {b} {c} {d} {e} {f}'").replace(" -", "-"),
            };
            assert!(script.contains(&drawn), "{drawn}");
        }
    }
}
