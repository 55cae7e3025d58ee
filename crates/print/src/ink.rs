//! Colours: those of the page's own tokens (`style/tokens.css`, light theme).

use mot_cua_contract::Purpose;

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ink(pub(crate) u8, pub(crate) u8, pub(crate) u8);

pub(crate) const BLACK: Ink = Ink(0, 0, 0);
pub(crate) const WHITE: Ink = Ink(0xff, 0xff, 0xff);
pub(crate) const GROUND: Ink = Ink(0xfa, 0xf6, 0xee);
pub(crate) const INK: Ink = Ink(0x26, 0x21, 0x1b);
pub(crate) const SOFT: Ink = Ink(0x4d, 0x45, 0x3b);
pub(crate) const LINE: Ink = Ink(0xd8, 0xcc, 0xb8);
pub(crate) const FACE: Ink = Ink(0x2b, 0x24, 0x1c);
/// From the happiest to the unhappiest.
pub(crate) const SKINS: [Ink; 5] = [
    Ink(0xa9, 0xd8, 0xc1),
    Ink(0xcf, 0xe3, 0xbd),
    Ink(0xf0, 0xe0, 0xb4),
    Ink(0xef, 0xcf, 0xae),
    Ink(0xe9, 0xb9, 0xa4),
];

/// A purpose is told by its colour from three metres away: accent, warm, focus.
pub(crate) fn of(purpose: Purpose) -> Ink {
    match purpose {
        Purpose::Rate => Ink(0x0b, 0x54, 0x46),
        Purpose::Look => Ink(0x82, 0x30, 0x0f),
        Purpose::Say => Ink(0x1d, 0x3f, 0xbb),
    }
}

/// On a ground of [`of`]: white, a little of the ground in it.
pub(crate) fn on(purpose: Purpose) -> Ink {
    match purpose {
        Purpose::Rate => Ink(0xe2, 0xef, 0xe9),
        Purpose::Look => Ink(0xfb, 0xe9, 0xdc),
        Purpose::Say => Ink(0xe6, 0xeb, 0xfb),
    }
}
