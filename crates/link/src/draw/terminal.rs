//! A code as lines of text, two rows of modules a line.

use super::Matrix;

/// What the terminal understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// ANSI colours: black and white whatever the terminal's theme.
    Ansi,
    /// Text only: right on a dark terminal, which most are.
    Plain,
}

/// Light modules are printed and dark ones left blank: phone cameras want dark on light, and a terminal's ground is dark.
pub fn terminal(matrix: &Matrix, ink: Ink) -> String {
    // 231 and 16 of the 256-colour cube are pure white and black; the sixteen named colours are the theme's.
    let (start, end) = match ink {
        Ink::Ansi => ("\u{1b}[38;5;231;48;5;16m", "\u{1b}[0m"),
        Ink::Plain => ("", ""),
    };
    let full = matrix.full_size();
    let mut text = String::new();
    for y in (0..full).step_by(2) {
        text.push_str(start);
        for x in 0..full {
            text.push(match (matrix.is_dark(x, y), matrix.is_dark(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        text.push_str(end);
        text.push('\n');
    }
    text
}
