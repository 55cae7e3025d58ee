//! Text cut into syllables: runs of letters, digits and marks. Vietnamese writes a blank after each.

use super::letters::{LEVEL, is_mark, shape, split, tone};

/// A syllable as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syllable<'a> {
    pub text: &'a str,
    /// Byte offset of its first letter.
    pub start: usize,
}

impl Syllable<'_> {
    /// Byte offset after its last letter.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The syllables in order. A mark without a letter before it is no syllable.
pub fn syllables(text: &str) -> impl Iterator<Item = Syllable<'_>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|(_, c)| is_letter(*c))?;
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| is_letter(*c) || is_mark(*c)) {
            end = at + c.len_utf8();
        }
        Some(Syllable { text: text.get(start..end)?, start })
    })
}

/// Letters and digits of any script, without the standard library's tables (they cost 10 KB of WASM): everything from
/// U+00C0 on counts but marks, signs, punctuation and emoji.
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let sign = matches!(c, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{303f}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1ffff}');
    c >= '\u{c0}' && !is_mark(c) && !sign
}

/// Appends the exact form of one syllable: lower case, marks composed, the tone last. Only its first tone counts.
pub(crate) fn exact_into(syllable: &str, out: &mut String) {
    let mut held = LEVEL;
    let mut syllable_tone = LEVEL;
    for c in syllable.chars() {
        let tone_here = if is_mark(c) {
            if let Some(shaped) = shape(held, c) {
                held = shaped;
            }
            tone(c).unwrap_or(LEVEL)
        } else {
            if held != LEVEL {
                out.push(held);
            }
            let (letter, tone) = split(c);
            held = letter;
            tone
        };
        if syllable_tone == LEVEL {
            syllable_tone = tone_here;
        }
    }
    for c in [held, syllable_tone] {
        if c != LEVEL {
            out.push(c);
        }
    }
}
