//! How a typed syllable and one of the catalogue agree.

use crate::fold::{base, is_mark};

/// From worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    None,
    /// Same letters, other marks: `mất` and `mật`.
    OtherMarks,
    /// All that was typed is there: `mat`, `mât` and `mất` for `mất`. A missing mark is no evidence against.
    Good,
}

/// Of two exact forms, the typed one first.
pub(super) fn likeness(typed: &str, known: &str) -> Likeness {
    let (typed, typed_tone) = apart(typed);
    let (known, known_tone) = apart(known);
    let mut good = typed_tone.is_none() || typed_tone == known_tone;
    let (mut t, mut k) = (typed.chars(), known.chars());
    loop {
        match (t.next(), k.next()) {
            (None, None) => break,
            (Some(a), Some(b)) if base(a) == base(b) => good &= a == b || a == base(b),
            (Some('i' | 'y'), Some('i' | 'y'))
                if t.as_str().is_empty() && k.as_str().is_empty() && ends_either_way(typed) => {}
            _ => return Likeness::None,
        }
    }
    if good { Likeness::Good } else { Likeness::OtherMarks }
}

/// Whether `known` begins with what was typed, marks aside: a syllable that is still being typed.
pub(super) fn begins(typed: &str, known: &str) -> bool {
    let mut known = apart(known).0.chars();
    apart(typed).0.chars().all(|t| known.next().is_some_and(|k| base(k) == base(t)))
}

/// The letters and the tone.
fn apart(exact: &str) -> (&str, Option<char>) {
    let tone = exact.chars().next_back().filter(|c| is_mark(*c));
    (tone.and_then(|tone| exact.strip_suffix(tone)).unwrap_or(exact), tone)
}

/// `ký` and `kí`, `quý` and `quí` are one; `thuy` and `thui` are not.
fn ends_either_way(letters: &str) -> bool {
    let stem = letters.strip_suffix(['i', 'y']).unwrap_or(letters);
    stem == "qu" || (!stem.is_empty() && stem.bytes().all(|b| b"bcdghklmnpqrstvx".contains(&b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::exact;

    #[test]
    fn marks_are_evidence_and_their_absence_is_none() {
        for (typed, known, expected) in [
            ("mất", "mất", Likeness::Good),
            ("mat", "mất", Likeness::Good),
            ("mât", "mất", Likeness::Good),
            ("mật", "mất", Likeness::OtherMarks),
            ("mất", "mat", Likeness::OtherMarks),
            ("ky", "kí", Likeness::Good),
            ("quý", "quí", Likeness::Good),
            ("thuy", "thui", Likeness::None),
            ("y", "i", Likeness::None),
            ("dang", "đăng", Likeness::Good),
            ("đang", "đăng", Likeness::Good),
            ("đang", "dang", Likeness::OtherMarks),
            ("khai", "kha", Likeness::None),
        ] {
            assert_eq!(likeness(&exact(typed), &exact(known)), expected, "{typed} {known}");
        }
        assert!(begins(&exact("sĩ"), &exact("sinh")));
        assert!(!begins(&exact("sinhh"), &exact("sinh")));
    }
}
