//! The letters with marks, taken apart: (letter with its shape, tone).

/// No tone.
pub(crate) const LEVEL: char = '\0';
const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const TILDE: char = '\u{303}';
const HOOK: char = '\u{309}';
const DOT: char = '\u{323}';

/// U+1EA0 … U+1EF9 in pairs of capital and small, in Unicode's order.
#[rustfmt::skip]
const EXTENDED: [(char, char); 45] = [
    ('a', DOT), ('a', HOOK), ('â', ACUTE), ('â', GRAVE), ('â', HOOK), ('â', TILDE), ('â', DOT),
    ('ă', ACUTE), ('ă', GRAVE), ('ă', HOOK), ('ă', TILDE), ('ă', DOT),
    ('e', DOT), ('e', HOOK), ('e', TILDE), ('ê', ACUTE), ('ê', GRAVE), ('ê', HOOK), ('ê', TILDE), ('ê', DOT),
    ('i', HOOK), ('i', DOT),
    ('o', DOT), ('o', HOOK), ('ô', ACUTE), ('ô', GRAVE), ('ô', HOOK), ('ô', TILDE), ('ô', DOT),
    ('ơ', ACUTE), ('ơ', GRAVE), ('ơ', HOOK), ('ơ', TILDE), ('ơ', DOT),
    ('u', DOT), ('u', HOOK), ('ư', ACUTE), ('ư', GRAVE), ('ư', HOOK), ('ư', TILDE), ('ư', DOT),
    ('y', GRAVE), ('y', DOT), ('y', HOOK), ('y', TILDE),
];

/// Lower case, taken apart. Letters outside the Vietnamese and ASCII alphabets stay as they are.
pub(crate) fn split(c: char) -> (char, char) {
    if c.is_ascii() {
        return (c.to_ascii_lowercase(), LEVEL);
    }
    if ('\u{1ea0}'..='\u{1ef9}').contains(&c) {
        let at = (u32::from(c) - 0x1ea0) / 2;
        return usize::try_from(at).ok().and_then(|at| EXTENDED.get(at)).copied().unwrap_or((c, LEVEL));
    }
    match c {
        'À' | 'à' => ('a', GRAVE),
        'Á' | 'á' => ('a', ACUTE),
        'Ã' | 'ã' => ('a', TILDE),
        'Â' | 'â' => ('â', LEVEL),
        'Ă' | 'ă' => ('ă', LEVEL),
        // Eth and the African D look the same on screen and come from wrong keyboards and old fonts.
        'Đ' | 'đ' | 'Ð' | 'ð' | 'Ɖ' => ('đ', LEVEL),
        'È' | 'è' => ('e', GRAVE),
        'É' | 'é' => ('e', ACUTE),
        'Ê' | 'ê' => ('ê', LEVEL),
        'Ì' | 'ì' => ('i', GRAVE),
        'Í' | 'í' => ('i', ACUTE),
        'Ĩ' | 'ĩ' => ('i', TILDE),
        'Ò' | 'ò' => ('o', GRAVE),
        'Ó' | 'ó' => ('o', ACUTE),
        'Õ' | 'õ' => ('o', TILDE),
        'Ô' | 'ô' => ('ô', LEVEL),
        'Ơ' | 'ơ' => ('ơ', LEVEL),
        'Ù' | 'ù' => ('u', GRAVE),
        'Ú' | 'ú' => ('u', ACUTE),
        'Ũ' | 'ũ' => ('u', TILDE),
        'Ư' | 'ư' => ('ư', LEVEL),
        'Ý' | 'ý' => ('y', ACUTE),
        other => (other, LEVEL),
    }
}

/// The letter without its shape: `ơ` → `o`.
pub(crate) fn base(c: char) -> char {
    match c {
        'â' | 'ă' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    }
}

/// The tone that a combining mark is, if it is one. U+0340 and U+0341 are Unicode's old names of grave and acute.
pub(crate) fn tone(mark: char) -> Option<char> {
    match mark {
        '\u{340}' => Some(GRAVE),
        '\u{341}' => Some(ACUTE),
        GRAVE | ACUTE | TILDE | HOOK | DOT => Some(mark),
        _ => None,
    }
}

/// `letter` with the circumflex, breve or horn that `mark` is. `None`: no such Vietnamese letter.
pub(crate) fn shape(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('a', '\u{302}') => 'â',
        ('a', '\u{306}') => 'ă',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('o', '\u{31b}') => 'ơ',
        ('u', '\u{31b}') => 'ư',
        _ => return None,
    })
}

pub(crate) fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
