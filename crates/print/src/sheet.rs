//! From posters to pages.

mod begin;
mod brow;
mod code;
mod faces;
mod landscape;
mod portrait;

use crate::font::Fonts;
use crate::page::{Page, Panel, Turn};
use crate::poster::{Poster, Wrong};
use landscape::{Room, Wide};

pub use begin::{Begin, begin};

/// What it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// On a wall.
    A4,
    /// On a door, a window, a desk.
    A5,
    /// A4, folded in the middle: stands on the desk and says the same to both sides.
    Tent,
    /// Eight on an A4, to cut apart.
    Stickers,
}

const A4: (f32, f32) = (210.0, 297.0);
/// Both faces of a tent.
const HALF: f32 = 148.5;
/// Stickers on a sheet, side by side and one below the other.
const ACROSS: usize = 2;
const DOWN: usize = 4;
const STICKER: (f32, f32) = (96.0, 66.0);
/// Between stickers, and between their block and the paper's edge, which printers leave white.
const GAP: f32 = 4.0;

/// Lays posters out, in their order. Stickers that follow each other share pages; every other poster is a page of its own.
///
/// # Errors
/// The number of the poster, and what is wrong with it.
pub fn pages(posters: &[Poster], fonts: &Fonts) -> Result<Vec<Page>, (usize, Wrong)> {
    let mut pages: Vec<Page> = Vec::new();
    // How many stickers the last page has; 0: the last page takes none.
    let mut stuck = 0;
    for (at, poster) in posters.iter().enumerate() {
        let (page, panels) = one(poster, fonts).map_err(|wrong| (at, wrong))?;
        match pages.last_mut().filter(|_| poster.sheet == Sheet::Stickers && stuck > 0) {
            Some(last) => last.panels.extend(panels.into_iter().map(|panel| stuck_at(stuck, panel))),
            None => pages.push(Page { panels, ..page }),
        }
        stuck = if poster.sheet == Sheet::Stickers { (stuck + 1) % (ACROSS * DOWN) } else { 0 };
    }
    Ok(pages)
}

/// An empty page of its size, and what goes onto it; a sticker in the first place.
fn one(poster: &Poster, fonts: &Fonts) -> Result<(Page, Vec<Panel>), Wrong> {
    poster.check(fonts)?;
    let title =
        [poster.office.first(), poster.desk.first(), poster.words.headline.first(), Some(&poster.readable)];
    let title = title.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ");
    let (width, height) = A4;
    let page = Page { width, height, title, panels: Vec::new() };
    Ok(match poster.sheet {
        Sheet::A4 => (page, vec![portrait::panel(poster, fonts, 1.0)?]),
        Sheet::A5 => (
            Page { width: 148.0, height: 210.0, ..page },
            vec![portrait::panel(poster, fonts, 148.0 / 210.0)?],
        ),
        Sheet::Tent => {
            let face = landscape::panel(
                poster,
                fonts,
                Wide { width, height: HALF, letters: 1.0, room: Room::Tent, least_code: 77.0 },
            )?;
            let back = Panel { turn: Turn::Half, ..face.clone() };
            let front = Panel { y: HALF, ..face };
            (page, vec![back, front, landscape::fold(width, HALF)])
        }
        Sheet::Stickers => {
            let (width, height) = STICKER;
            let sticker = landscape::panel(
                poster,
                fonts,
                Wide { width, height, letters: 0.5, room: Room::Sticker, least_code: 36.0 },
            )?;
            (page, vec![stuck_at(0, sticker)])
        }
    })
}

fn stuck_at(at: usize, panel: Panel) -> Panel {
    let count = crate::page::count;
    let block = |across: usize, side: f32| count(across) * side + (count(across) - 1.0) * GAP;
    let left = (A4.0 - block(ACROSS, STICKER.0)) / 2.0;
    let top = (A4.1 - block(DOWN, STICKER.1)) / 2.0;
    let (column, row) = (count(at % ACROSS), count(at / ACROSS));
    Panel { x: left + column * (STICKER.0 + GAP), y: top + row * (STICKER.1 + GAP), ..panel }
}
