//! What the font can say of a text.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::font::{Fonts, Weight};

/// Stands for a letter that the font does not have.
const BOX: char = '?';

/// A blank that no line ends at.
const NO_BREAK: char = '\u{a0}';

pub(super) struct Letters<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) missing: BTreeSet<char>,
}

impl<'a> Letters<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, missing: BTreeSet::new() }
    }

    /// Letters composed, gaps one blank, what is unseen or turns the direction of writing gone; lines stay lines.
    pub(super) fn clean(&mut self, text: &str) -> String {
        let lines = text.split('\n').map(|line| self.line(line));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn line(&mut self, line: &str) -> String {
        let seen = line.nfc().filter(|letter| !is_unseen(*letter));
        let plain: String = seen.map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        let gap = |letter: char| letter.is_whitespace() && letter != NO_BREAK;
        let words = plain.split(gap).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(|word| self.word(word)).collect();
        words.join(" ")
    }

    fn word(&mut self, word: &str) -> String {
        let known = |letter: char| self.fonts.lacks(letter.encode_utf8(&mut [0; 4])).is_none();
        let shown = |letter| if known(letter) { letter } else { BOX };
        let shown: String = word.chars().map(shown).collect();
        self.missing
            .extend(word.chars().zip(shown.chars()).filter(|(was, is)| was != is).map(|(was, _)| was));
        shown
    }

    pub(super) fn width(&self, weight: Weight, size: f32, text: &str) -> f32 {
        self.fonts.width(weight, size, text)
    }
}

/// Joiners, soft hyphens, marks of direction, variants of a picture.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
