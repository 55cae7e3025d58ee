//! Base 32 of RFC 4648 without padding, upper case, in its one canonical spelling.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(5));
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut letter = |five: u32| text.extend(LETTERS.get((five & 31) as usize).map(|byte| char::from(*byte)));
    for byte in bytes {
        (held, bits) = (held << 8 | u32::from(*byte), bits + 8);
        while bits >= 5 {
            bits -= 5;
            letter(held >> bits);
        }
        held &= 31;
    }
    if bits > 0 {
        letter(held << (5 - bits));
    }
    text
}

/// `None`: not exactly so many bytes, another letter, or another spelling of the same bytes.
pub(super) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != (N * 8).div_ceil(5) {
        return None;
    }
    let mut bytes = [0; N];
    let mut to = bytes.iter_mut();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in text.bytes() {
        let five = u32::try_from(LETTERS.iter().position(|letter| *letter == byte)?).ok()?;
        (held, bits) = (held << 5 | five, bits + 5);
        if bits >= 8 {
            bits -= 8;
            *to.next()? = u8::try_from(held >> bits & 255).ok()?;
        }
        held &= 255;
    }
    // What is left over is zero, else two texts would be one token.
    (held & ((1 << bits) - 1) == 0).then_some(bytes)
}
