//! Letters without regard to case.

pub(crate) trait Lower {
    /// In lower case: Latin with all its marks, Greek, Cyrillic. The standard library's table of every script weighs 5 KB in the
    /// page, brotli; names and answers here are Vietnamese or English.
    fn lower(&self) -> String;
}

impl Lower for str {
    #[inline(never)]
    fn lower(&self) -> String {
        self.chars().map(lower_char).collect()
    }
}

pub(crate) fn lower_char(one: char) -> char {
    let code = u32::from(one);
    let by = match code {
        // A-Z, À-Þ, Α-Ϋ, А-Я
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        // Pairs, the great letter at an even number: Ă, Ơ, Ạ.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => u32::from(code % 2 == 0),
        // At an odd one: Ĺ, Ư.
        0x139..=0x148 | 0x179..=0x17e | 0x1af | 0x1cd..=0x1dc | 0x4c1..=0x4ce => u32::from(code % 2 == 1),
        _ => 0,
    };
    char::from_u32(code + by).unwrap_or(one)
}

#[cfg(test)]
mod tests {
    use super::lower_char;

    /// But for `İ`, which becomes two characters, and letters that no Vietnamese or English text has.
    #[test]
    fn european_letters_become_what_the_standard_library_makes_of_them() {
        for code in (0..0x17f)
            .chain(0x1a0..0x1a6)
            .chain(0x391..0x3e0)
            .chain(0x400..0x530)
            .chain(0x1e00..0x1e96)
            .chain(0x1ea0..0x1f00)
        {
            let Some(one) =
                char::from_u32(code).filter(|one| !matches!(one, 'İ' | 'Ÿ' | 'Ϗ' | 'Ϙ'..='ϟ' | 'Ӏ'))
            else {
                continue;
            };
            let expected: String = one.to_lowercase().collect();
            assert_eq!(lower_char(one).to_string(), expected, "{one}");
        }
    }
}
