//! The receipt code of an answer, and the shape of its id.

/// Crockford's base 32: no I, L, O, U.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The last 50 bits of a UUID as ten characters of Crockford's base 32; the same on the phone and the server, and for
/// every revision. `None` when `id` is not a UUID in its canonical lower-case form.
///
/// It cannot delete an answer: 78 bits of the id are not in it.
pub fn receipt(id: &str) -> Option<String> {
    if !is_uuid(id) {
        return None;
    }
    let hex: String = id.chars().filter(|c| *c != '-').collect();
    let bits = u128::from_str_radix(&hex, 16).ok()?;
    let mut code = String::with_capacity(10);
    for place in (0..10).rev() {
        let five = usize::try_from((bits >> (place * 5)) & 31).ok()?;
        code.push(char::from(*CROCKFORD.get(five)?));
    }
    Some(code)
}

/// Whether it is written as receipts are: ten characters of Crockford's alphabet, upper case.
pub fn is_receipt(code: &str) -> bool {
    code.len() == 10 && code.bytes().all(|b| CROCKFORD.contains(&b))
}

/// `xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`, lower case: RFC 9562 version 4, as every phone mints it.
pub fn is_uuid(id: &str) -> bool {
    id.len() == 36
        && id.bytes().enumerate().all(|(at, b)| match at {
            8 | 13 | 18 | 23 => b == b'-',
            14 => b == b'4',
            19 => matches!(b, b'8' | b'9' | b'a' | b'b'),
            _ => b.is_ascii_digit() || (b'a'..=b'f').contains(&b),
        })
}

/// A version 4 UUID from 16 random bytes.
pub fn uuid_v4(mut random: [u8; 16]) -> String {
    random[6] = (random[6] & 0x0f) | 0x40;
    random[8] = (random[8] & 0x3f) | 0x80;
    let mut id = String::with_capacity(36);
    for (at, byte) in random.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        for nibble in [byte >> 4, byte & 15] {
            id.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_last_fifty_bits() {
        assert_eq!(receipt("00000000-0000-4000-8000-000000000000").as_deref(), Some("0000000000"));
        assert_eq!(receipt("00000000-0000-4000-8000-00000000001f").as_deref(), Some("000000000Z"));
        assert_eq!(receipt("ffffffff-ffff-4fff-bfff-ffffffffffff").as_deref(), Some("ZZZZZZZZZZ"));
        // 0x3_ffff_ffff_ffff is 50 ones; bit 51 of the last group must not show.
        assert_eq!(
            receipt("00000000-0000-4000-8000-fc0000000000").as_deref(),
            receipt("00000000-0000-4000-8004-fc0000000000").as_deref()
        );
    }

    #[test]
    fn refuses_what_is_no_version_four_uuid() {
        for bad in [
            "",
            "x",
            "00000000-0000-7000-8000-000000000000",
            "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF",
            "ữ0000000-0000-4000-8000-000000000000",
        ] {
            assert_eq!(receipt(bad), None, "{bad}");
        }
    }

    #[test]
    fn mints_version_four() {
        assert_eq!(uuid_v4([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert!(is_uuid(&uuid_v4([0; 16])));
    }
}
