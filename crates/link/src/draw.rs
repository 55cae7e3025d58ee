//! Drawing a code: as modules, as SVG, as text for a terminal.

mod svg;
mod terminal;

pub use svg::svg;
pub use terminal::{Ink, terminal};

use qrcode::{Color, EcLevel, QrCode};

/// Modules of light around a code (ISO/IEC 18004: 4).
pub const QUIET: usize = 4;

/// How much of a code may be dirty or torn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Level {
    /// About 7 %. For a screen, where nothing is dirty and room is short.
    L,
    /// About 25 % of the codewords. For paper behind a desk.
    #[default]
    Q,
    /// About 30 %. For outdoors, or with a logo in the middle.
    H,
}

/// The modules of a code, without quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    size: usize,
    dark: Vec<bool>,
}

/// No code of that level holds so much text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// Bytes of the text.
    pub bytes: usize,
}

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes are more than a QR code holds", self.bytes)
    }
}

impl std::error::Error for TooLong {}

/// The smallest code that holds `text`.
///
/// # Errors
/// [`TooLong`] beyond version 40: 2,953 bytes for L, 1,663 for Q, 1,273 for H.
pub fn matrix(text: &str, level: Level) -> Result<Matrix, TooLong> {
    let level = match level {
        Level::L => EcLevel::L,
        Level::Q => EcLevel::Q,
        Level::H => EcLevel::H,
    };
    let code = QrCode::with_error_correction_level(text, level).map_err(|_| TooLong { bytes: text.len() })?;
    let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Ok(Matrix { size: code.width(), dark })
}

impl Matrix {
    /// Modules on a side, without quiet zone.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Modules on a side, with quiet zone.
    pub fn full_size(&self) -> usize {
        self.size + 2 * QUIET
    }

    /// The module at column `x`, row `y`, counted from the corner of the quiet zone. Light outside the code.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        match (x.checked_sub(QUIET), y.checked_sub(QUIET)) {
            (Some(x), Some(y)) if x < self.size && y < self.size => {
                self.dark.get(y * self.size + x).copied().unwrap_or(false)
            }
            _ => false,
        }
    }
}
