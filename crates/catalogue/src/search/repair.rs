//! What may have been meant by a syllable that no title has.

/// Folded letters of raw Telex or VNI: `ddawng` → `dang`, `tamj` → `tam`, `dat1` → `dat`. `None`: not such a leftover.
/// After a vowel no Vietnamese syllable has f, j, r, s, w, x, z, a digit or the same vowel again.
pub(super) fn typed_raw(folded: &str) -> Option<String> {
    let mut out = String::with_capacity(folded.len());
    let mut vowel = false;
    for c in folded.chars() {
        let doubled = out.ends_with(c) && matches!(c, 'a' | 'd' | 'e' | 'o');
        let key = vowel && (matches!(c, 'f' | 'j' | 'r' | 's' | 'w' | 'x' | 'z') || c.is_ascii_digit());
        let stroke = out == "d" && c == '9';
        if !(doubled || key || stroke) {
            out.push(c);
        }
        vowel |= matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    }
    (vowel && out != folded).then_some(out)
}

/// Whether one letter more, less, other, or two neighbours swapped make one word of the other.
/// Short words are too like each other: both need three letters.
pub(super) fn one_edit(typed: &str, known: &str) -> bool {
    let (mut a, mut b) = (typed.as_bytes(), known.as_bytes());
    if a.len() < 3 || b.len() < 3 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_first(), b.split_first())
        && x == y
    {
        (a, b) = (rest_a, rest_b);
    }
    while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_last(), b.split_last())
        && x == y
    {
        (a, b) = (rest_a, rest_b);
    }
    match (a, b) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([x1, x2], [y1, y2]) => x1 == y2 && x2 == y1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_keys() {
        for (typed, meant) in [
            ("ddawng", "dang"),
            ("kys", "ky"),
            ("tamj", "tam"),
            ("truws", "tru"),
            ("giaasy", "giay"),
            ("dat1", "dat"),
            ("d9at61", "dat"),
        ] {
            assert_eq!(typed_raw(typed).as_deref(), Some(meant));
        }
        for typed in ["khai", "ct01", "sinh", "xpz", "123", ""] {
            assert_eq!(typed_raw(typed), None, "{typed}");
        }
    }

    #[test]
    fn edits() {
        for (a, b) in [("khia", "khai"), ("sinhh", "sinh"), ("sin", "sinh"), ("dsng", "dang")] {
            assert!(one_edit(a, b), "{a} {b}");
            assert!(one_edit(b, a), "{b} {a}");
        }
        for (a, b) in [("sinh", "sinh"), ("khac", "sinh"), ("to", "tu"), ("abcd", "badc")] {
            assert!(!one_edit(a, b), "{a} {b}");
        }
    }
}
