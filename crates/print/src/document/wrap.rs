//! Text into lines of a width; a word wider than a line is broken.

use super::letters::Letters;
use crate::font::Weight;

/// `text`, cleaned, at `size`; never empty.
pub(super) fn wrap(letters: &mut Letters, text: &str, weight: Weight, size: f32, width: f32) -> Vec<String> {
    let text = letters.clean(text);
    let blank = letters.width(weight, size, " ");
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let (mut line, mut taken) = (String::new(), 0.0);
        for word in paragraph.split(' ') {
            let own = letters.width(weight, size, word);
            if !line.is_empty() && taken + blank + own <= width {
                line.push(' ');
                line.push_str(word);
                taken += blank + own;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            (line, taken) = (word.to_owned(), own);
            if own > width {
                let mut parts = broken(letters, word, weight, size, width);
                line = parts.pop().unwrap_or_default();
                taken = letters.width(weight, size, &line);
                lines.extend(parts);
            }
        }
        lines.push(line);
    }
    lines
}

/// A long word, letter by letter.
fn broken(letters: &Letters, word: &str, weight: Weight, size: f32, width: f32) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut taken = 0.0;
    for letter in word.chars() {
        let own = letters.width(weight, size, letter.encode_utf8(&mut [0; 4]));
        if taken > 0.0 && taken + own > width {
            parts.push(String::new());
            taken = 0.0;
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
        taken += own;
    }
    parts
}
