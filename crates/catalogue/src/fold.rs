//! Vietnamese text made comparable: two forms of each syllable, by small tables (no ICU in a 130 KB page).
//!
//! | | `Đăng ký Hoà` | `DANG KY HOA` |
//! |---|---|---|
//! | [`exact`] | `đăng ky◌́ hoa◌̀` | `dang ky hoa` |
//! | [`fold`] | `dang ky hoa` | `dang ky hoa` |
//!
//! NFC and NFD give the same. In the exact form the tone stands at the syllable's end, so that `hoà` and `hòa` are one.

mod letters;
mod syllables;

pub(crate) use letters::{base, is_mark};
pub(crate) use syllables::exact_into;
pub use syllables::{Syllable, syllables};

/// Lower case, no marks, đ as d; syllables separated by one blank, punctuation gone. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    exact(text).chars().filter(|c| !is_mark(*c)).map(base).collect()
}

/// Lower case with marks, the tone at each syllable's end as a combining mark; syllables separated by one blank.
pub fn exact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for syllable in syllables(text) {
        if !out.is_empty() {
            out.push(' ');
        }
        exact_into(syllable.text, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// All 67 marked small letters of the alphabet, from the standard's own order (TCVN 6909, Unicode names).
    const MARKED: &str = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    #[test]
    fn every_letter_folds() {
        assert_eq!(MARKED.chars().count(), 67);
        let folded: String = MARKED.chars().map(|c| fold(&c.to_string())).collect();
        assert_eq!(
            folded,
            format!(
                "{}d{}{}{}{}{}",
                "a".repeat(17),
                "e".repeat(11),
                "i".repeat(5),
                "o".repeat(17),
                "u".repeat(11),
                "y".repeat(5)
            )
        );
        for c in MARKED.chars() {
            let upper: String = c.to_uppercase().collect();
            assert_eq!(exact(&upper), exact(&c.to_string()), "{c}");
        }
    }

    #[test]
    fn composed_and_decomposed_are_one() {
        assert_eq!(exact("Việt"), exact("Vie\u{302}\u{323}t"));
        assert_eq!(exact("Việt"), exact("Vie\u{323}\u{302}t"));
        assert_eq!(exact("Việt"), exact("Vi\u{ea}\u{323}t"));
        assert_eq!(exact("Phường"), exact("Phu\u{31b}o\u{31b}\u{300}ng"));
        assert_eq!(exact("ắ Ự"), exact("a\u{306}\u{301} U\u{31b}\u{323}"));
    }

    #[test]
    fn tone_placement_is_one_and_marks_still_differ() {
        assert_eq!(exact("Hoà thuý"), exact("Hòa thúy"));
        assert_ne!(exact("mất"), exact("mật"));
        assert_ne!(exact("bảo"), exact("báo"));
        assert_eq!(fold("  ĐĂNG  ký,\tkhai\u{a0}sinh! "), "dang ky khai sinh");
    }

    #[test]
    fn stray_marks_and_signs_are_nothing() {
        assert_eq!(fold("\u{301}\u{302} × – “”"), "");
        assert_eq!(fold("a\u{335}b\u{36f}"), "ab");
        assert_eq!(fold("🙂cười🙂"), "cuoi");
    }
}
